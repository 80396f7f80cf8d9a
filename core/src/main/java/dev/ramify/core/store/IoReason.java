package dev.ramify.core.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in words why a file could not be written or read; some exceptions carry a path alone. */
final class IoReason {

    private IoReason() {}

    /** Say what failed with which file, and why. */
    static String of(Path file, String failed, IOException failure) {
        String found = words(failure);
        String where =
                failure instanceof FileSystemException system
                                && system.getFile() != null
                                && !system.getFile().equals(file.toString())
                        ? "%s: ".formatted(system.getFile())
                        : "";
        return "%s %s: %s%s".formatted(file, failed, where, found);
    }

    private static String words(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file of this name is in the way";
        }
        String reason =
                failure instanceof FileSystemException system
                        ? system.getReason()
                        : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
