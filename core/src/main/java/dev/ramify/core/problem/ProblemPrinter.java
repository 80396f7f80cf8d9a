package dev.ramify.core.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shows problems to people: the line, a caret under the place, and what would be right.
 *
 * <pre>
 * error[C103]: unknown key `kernal`
 *   --&gt; pipeline.yaml:17:9
 *    |
 * 17 |         kernal: 5
 *    |         ^^^^^^ did you mean `kernel`?
 *    = allowed: kernel, channels
 * </pre>
 */
public final class ProblemPrinter {

    private static final int WIDTH = 100;
    private static final int NOTE_WIDTH = 400;

    /** Return all problems in the order of their places, one empty line between two. */
    public String print(List<Problem> problems) {
        List<Problem> ordered = new ArrayList<>(problems);
        ordered.sort(
                Comparator.comparing((Problem p) -> p.where().source().kind())
                        .thenComparing(p -> p.where().line())
                        .thenComparing(p -> p.where().column()));
        return String.join("\n", ordered.stream().map(this::print).toList());
    }

    /** Return one problem, ending with a line feed. */
    public String print(Problem problem) {
        return print("error", problem);
    }

    /**
     * Return one problem under another word, such as {@code note}.
     *
     * @param word what the first line begins with
     */
    public String print(String word, Problem problem) {
        Location where = problem.where();
        boolean inFile = where.source().kind() == Source.Kind.FILE;
        String number = inFile ? Integer.toString(where.line() + 1) : "";
        String margin = " ".repeat(number.length());
        StringBuilder out = new StringBuilder();
        out.append(
                "%s[%s]: %s%n".formatted(word, problem.code(), shorten(clean(problem.message()))));
        out.append("%s --> %s%n".formatted(margin, where));
        Excerpt excerpt = Excerpt.of(where);
        if (!excerpt.text().isBlank()) {
            out.append("%s |%n".formatted(margin));
            out.append("%s | %s%n".formatted(number, excerpt.text()));
            out.append(
                    "%s | %s%s%s%n"
                            .formatted(
                                    margin,
                                    " ".repeat(excerpt.column()),
                                    "^".repeat(excerpt.length()),
                                    problem.hint().isEmpty() ? "" : " " + clean(problem.hint())));
        } else if (!problem.hint().isEmpty()) {
            out.append("%s = %s%n".formatted(margin, clean(problem.hint())));
        }
        for (String note : problem.notes()) {
            out.append("%s = %s%n".formatted(margin, shorten(clean(note))));
        }
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private static String shorten(String note) {
        return note.length() <= NOTE_WIDTH ? note : note.substring(0, NOTE_WIDTH) + " ...";
    }

    /** Keep one line one line, and terminals safe from control characters in files. */
    private static String clean(String text) {
        return Printable.line(text.replaceAll("[\\n\\r\\t]+", " "));
    }

    /** The part of a line that is shown, with the caret's place in it. */
    private record Excerpt(String text, int column, int length) {

        static Excerpt of(Location where) {
            int[] points = where.source().line(where.line()).codePoints().toArray();
            int column = Math.min(where.column(), points.length);
            int length = Math.max(1, Math.min(where.length(), points.length - column));
            int from = column > WIDTH - 20 ? column - 20 : 0;
            int to = Math.min(points.length, from + WIDTH);
            StringBuilder text = new StringBuilder(from > 0 ? "..." : "");
            for (int i = from; i < to; i++) {
                text.appendCodePoint(Printable.commands(points[i]) ? ' ' : points[i]);
            }
            if (to < points.length) {
                text.append("...");
            }
            int shift = from > 0 ? 3 - from : 0;
            return new Excerpt(
                    text.toString(), column + shift, Math.max(1, Math.min(length, to - column)));
        }
    }
}
