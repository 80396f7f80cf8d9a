package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import java.util.Set;

/**
 * A single value. What it means is decided by what it is bound to.
 *
 * @param text as written, without quotes
 * @param plain whether it was written without quotes
 * @param where its place
 */
public record YamlScalar(String text, boolean plain, Location where) implements YamlNode {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final int SHOWN = 40;

    /** Tell whether it says that there is no value. */
    public boolean isNull() {
        return plain && NULLS.contains(text);
    }

    /** Return the text, shortened for messages. */
    public String shown() {
        int points = text.codePointCount(0, text.length());
        return points <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
    }

    @Override
    public String describe() {
        if (isNull()) {
            return "nothing";
        }
        return plain ? "`%s`".formatted(shown()) : "the text \"%s\"".formatted(shown());
    }
}
