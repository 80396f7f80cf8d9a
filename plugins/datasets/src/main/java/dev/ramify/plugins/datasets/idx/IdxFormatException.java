package dev.ramify.plugins.datasets.idx;

import java.io.IOException;

/** Says in what way a file is not the IDX file that it should be. */
final class IdxFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    IdxFormatException(String message) {
        super(message);
    }
}
