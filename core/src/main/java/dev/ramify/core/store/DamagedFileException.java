package dev.ramify.core.store;

import java.nio.file.Path;

/**
 * Says that a file of a run directory is not as it was written. Files are written as wholes, so
 * something else changed it: another program, or the disk.
 */
public final class DamagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file that is damaged
     * @param reason what is wrong with it
     */
    public DamagedFileException(Path file, String reason, Throwable cause) {
        super("%s is damaged: %s".formatted(file, reason), cause);
    }

    /**
     * @param file that is damaged
     * @param reason what is wrong with it
     */
    public DamagedFileException(Path file, String reason) {
        super("%s is damaged: %s".formatted(file, reason));
    }
}
