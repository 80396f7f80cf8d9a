package dev.ramify.core.store;

import java.nio.file.Path;

/** Says that another process, or another study of this one, holds a run directory. */
public final class DirectoryInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param directory that is held
     */
    public DirectoryInUseException(Path directory) {
        super(
                "another process is running a study in %s; wait until it is done, or choose another folder with --out"
                        .formatted(directory));
    }
}
