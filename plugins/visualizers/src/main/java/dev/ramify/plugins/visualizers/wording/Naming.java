package dev.ramify.plugins.visualizers.wording;

import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import java.util.List;

/** Names what values are about. */
public final class Naming {

    private Naming() {}

    /** Name a subject by its parts: {@code colour-index}, {@code one of b1, b2 · colour}. */
    public static String of(Subject subject) {
        return String.join(" \u00b7 ", subject.parts().values());
    }

    /** Name a metric with its subject. */
    public static String of(String metric, Subject subject) {
        return subject.parts().isEmpty() ? metric : metric + ", " + of(subject);
    }

    /** Name the metric of a summary with its subject. */
    public static String of(Summary summary) {
        return of(summary.metric(), summary.subject());
    }

    /** Join as {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String and(List<String> words) {
        return join(words, "and");
    }

    /** Join with commas, and with a word before the last. */
    public static String join(List<String> words, String joiner) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " " + joiner + " " + words.get(last);
    }

    /** Write a number of things: {@code 1 seed}, {@code 5 seeds}. */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
