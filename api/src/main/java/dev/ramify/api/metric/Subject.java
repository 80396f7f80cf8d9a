package dev.ramify.api.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What one value of a metric is about: the whole layer, a branch, a family within a branch ...
 *
 * @param parts kind and name of each part, such as {@code branch -> left}, in order; empty for the
 *     whole layer
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Subject(Map<String, String> parts) {

    /** The key of a branch in {@link #parts()}. */
    public static final String BRANCH = "branch";

    /** The key of the second branch of a pair in {@link #parts()}. */
    public static final String OTHER = "other";

    /** The key of a class in {@link #parts()}. */
    public static final String CLASS = "class";

    /** The key of a factor in {@link #parts()}. */
    public static final String FACTOR = "factor";

    /** The key of a family of units in {@link #parts()}. */
    public static final String FAMILY = "family";

    /** The key of a property of units in {@link #parts()}. */
    public static final String PROPERTY = "property";

    public Subject {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The layer as a whole. */
    public static Subject layer() {
        return new Subject(Map.of());
    }

    /** One branch. */
    public static Subject branch(String name) {
        return layer().and(BRANCH, name);
    }

    /** A pair of branches. */
    public static Subject pair(String branch, String other) {
        return branch(branch).and(OTHER, other);
    }

    /** Add a part. */
    public Subject and(String kind, String name) {
        Map<String, String> more = new LinkedHashMap<>(parts);
        more.put(kind, name);
        return new Subject(more);
    }

    /** Return the name of a part, if the subject has one of that kind. */
    public Optional<String> part(String kind) {
        return Optional.ofNullable(parts.get(kind));
    }

    /** Print as {@code layer}, or as {@code branch=left family=colour}. */
    @Override
    public String toString() {
        return parts.isEmpty()
                ? "layer"
                : parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining(" "));
    }
}
