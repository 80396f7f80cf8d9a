package dev.ramify.core.pipeline.binding;

import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a tree: the value, or every mistake; and, either way, the parts that are sound and
 * the places where they stand.
 *
 * @param value the value, if there was no mistake
 * @param problems every mistake
 * @param places where the values stand, by path: {@code variants[0].branches}
 * @param parts the records that could be made, by path
 * @param <T> the record
 */
public record Binding<T>(
        Optional<T> value,
        List<Problem> problems,
        Map<String, Location> places,
        Map<String, Object> parts) {

    public Binding {
        problems = List.copyOf(problems);
        places = Map.copyOf(places);
        parts = Map.copyOf(parts);
    }

    /** Return the place of a value, or of the nearest thing around it that stands in the file. */
    public Location place(String path) {
        return Paths.nearest(path, places);
    }

    /** Find a part that is sound, even where others are not. */
    public <P> Optional<P> part(String path, Class<P> type) {
        return Optional.ofNullable(parts.get(path)).filter(type::isInstance).map(type::cast);
    }
}
