package dev.ramify.core.problem;

/**
 * A place in a text.
 *
 * @param source the text
 * @param line index of the line, from 0
 * @param column index of the first character (code point) in the line, from 0
 * @param length number of characters, at least 1
 */
public record Location(Source source, int line, int column, int length) {

    public Location {
        length = Math.max(1, length);
    }

    /** Print as {@code file:line:column}, both counted from 1, as editors do. */
    @Override
    public String toString() {
        return source.kind() == Source.Kind.FILE
                ? "%s:%d:%d".formatted(source.name(), line + 1, column + 1)
                : source.name();
    }
}
