package dev.ramify.core.download;

/** Says why a transfer ended early. */
final class BrokenTransferException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean worthRetrying;

    BrokenTransferException(String reason) {
        this(reason, true);
    }

    BrokenTransferException(String reason, boolean worthRetrying) {
        super(reason);
        this.reason = reason;
        this.worthRetrying = worthRetrying;
    }

    String reason() {
        return reason;
    }

    boolean worthRetrying() {
        return worthRetrying;
    }
}
