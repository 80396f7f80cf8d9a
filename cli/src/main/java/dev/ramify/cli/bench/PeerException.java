package dev.ramify.cli.bench;

/** PyTorch cannot be run, or did not do what it was asked. */
public final class PeerException extends Exception {

    private static final long serialVersionUID = 1L;

    PeerException(String message) {
        super(message);
    }
}
