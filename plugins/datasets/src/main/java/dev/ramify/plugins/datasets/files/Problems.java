package dev.ramify.plugins.datasets.files;

import dev.ramify.api.data.DataException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with files, so that everything is told at once. Not thread-safe. */
public final class Problems {

    /** What to do about a file that was not transferred whole. */
    public static final String GET_AGAIN = "copy or download the file again";

    private final List<DataException.Problem> found = new ArrayList<>();

    /** Add one problem. */
    public void add(Path where, String reason, String remedy) {
        add(new DataException.Problem(where.toString(), reason, remedy));
    }

    /** Add one problem. */
    public void add(DataException.Problem problem) {
        found.add(problem);
    }

    /** Add that a file could not be read, in words that need no knowledge of Java. */
    public void addUnreadable(Path where, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            add(where, "the file does not exist", "check the path");
        } else if (cause instanceof AccessDeniedException) {
            add(where, "the file may not be read", "allow this user to read it");
        } else if (cause instanceof EOFException) {
            add(where, "the file ends too early", GET_AGAIN);
        } else {
            add(where, "the file cannot be read: " + describe(cause), GET_AGAIN);
        }
    }

    /** Return the problems so far. */
    public List<DataException.Problem> found() {
        return List.copyOf(found);
    }

    /**
     * Report all problems, if there are any.
     *
     * @throws DataException if there is at least one
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DataException(found);
        }
    }

    /** Return the message of an exception, or its kind where it has none. */
    public static String describe(Exception cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
