package dev.ramify.api.text;

import dev.ramify.api.metric.Subject;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Names what values are about.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Names {

    private Names() {}

    /** Name a subject by its parts: {@code colour-index}, {@code one of b1, b2 / colour}. */
    public static String of(Subject subject) {
        return String.join(" / ", subject.parts().values());
    }

    /** Name a metric with its subject: {@code family-concentration of b1 / colour}. */
    public static String of(String metric, Subject subject) {
        return subject.parts().isEmpty() ? metric : metric + " of " + of(subject);
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

    /** Shorten to some letters by leaving out the middle: names often differ at their ends. */
    public static String shortened(String name, int letters) {
        if (name.length() <= letters) {
            return name;
        }
        int end = Math.max(1, (letters - 1) / 2);
        int start = Math.max(1, letters - 1 - end);
        return name.substring(0, start) + "\u2026" + name.substring(name.length() - end);
    }
}
