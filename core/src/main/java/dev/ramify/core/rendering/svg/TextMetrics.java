package dev.ramify.core.rendering.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how wide text is and breaks it into lines, without fonts: the result must not depend on
 * the machine. Widths are those of Helvetica, which common sans-serif fonts are close to.
 */
final class TextMetrics {

    /** Widths of the characters 32 to 126 in thousandths of the font size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722,
        722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
        667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,
        500, 334, 260, 334, 584
    };

    private static final double BOLD = 1.07;
    private static final int FIRST_WIDE = 0x2E80;

    private TextMetrics() {}

    static double width(String text, double size, boolean bold) {
        double thousandths = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            thousandths += c >= ' ' && c <= '~' ? WIDTHS[c - ' '] : c < FIRST_WIDE ? 600 : 1000;
        }
        return thousandths / 1000 * size * (bold ? BOLD : 1);
    }

    /** Break at spaces so that every line fits; a word wider than the line stays whole. */
    static List<String> wrap(String text, double size, boolean bold, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.trim().split("\\s+")) {
            if (line.length() > 0 && width(line + " " + word, size, bold) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
