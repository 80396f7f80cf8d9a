package dev.ramify.core.problem;

/**
 * Tells which characters command a terminal or an editor rather than being seen. Names, headers,
 * paths and cells come from files that nobody vouches for.
 */
public final class Printable {

    private static final char REPLACEMENT = '?';

    private Printable() {}

    /**
     * Tell whether a character is a control of C0 or C1, breaks a line or paragraph, or turns the
     * direction of writing (Unicode Standard Annex 9).
     */
    public static boolean commands(int point) {
        return Character.isISOControl(point)
                || point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || point >= 0x2028 && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069;
    }

    /** Return a text on one line, with a question mark for each character that commands. */
    public static String line(String text) {
        return text.codePoints().noneMatch(Printable::commands)
                ? text
                : text.codePoints()
                        .map(point -> commands(point) ? REPLACEMENT : point)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }
}
