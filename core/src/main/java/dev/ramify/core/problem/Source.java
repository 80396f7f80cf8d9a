package dev.ramify.core.problem;

import java.nio.file.Path;
import java.util.List;

/**
 * A text that people wrote: a file, or a value given on the command line.
 *
 * @param name how people know it
 * @param text all of it
 * @param folder what relative paths in it start from
 * @param kind what it is
 */
public record Source(String name, String text, Path folder, Kind kind) {

    /** Where a text comes from. */
    public enum Kind {
        /** A file, whose places have lines and columns. */
        FILE,
        /** One value of an option of the command line. */
        OPTION,
        /** A default that the program itself gives. */
        DEFAULT
    }

    /** Return a line without its end, or the empty string past the last. */
    String line(int index) {
        List<String> lines = text.lines().toList();
        return index < lines.size() ? lines.get(index) : "";
    }
}
