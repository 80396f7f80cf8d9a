package dev.ramify.core.rendering.markup;

import dev.ramify.core.problem.Printable;

/** Makes any text safe as content and as attribute value of XML and HTML. */
final class Escape {

    private static final char REPLACEMENT = '\uFFFD';

    private Escape() {}

    /** Append with markup escaped, and with what XML cannot hold replaced. */
    static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n' -> out.append("&#10;");
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(isAllowed(c) ? c : REPLACEMENT);
                    }
                }
            }
        }
    }

    /** XML 1.0, section 2.2; and no control that turns the direction of writing. */
    private static boolean isAllowed(char c) {
        return (c == '\t' || !Printable.commands(c)) && !Character.isSurrogate(c) && c < 0xFFFE;
    }
}
