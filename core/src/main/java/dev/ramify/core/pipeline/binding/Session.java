package dev.ramify.core.pipeline.binding;

import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what is met while one tree is bound. */
final class Session {

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Location> places = new HashMap<>();
    private final Map<String, Object> parts = new HashMap<>();

    List<Problem> problems() {
        return problems;
    }

    void report(ProblemCode code, Location where, String message, String hint) {
        problems.add(new Problem(code, where, message, hint));
    }

    void report(ProblemCode code, Location where, String message, String hint, List<String> notes) {
        problems.add(new Problem(code, where, message, hint, notes));
    }

    void place(String path, Location where) {
        // What stands in the file wins over defaults bound later at the same path.
        places.putIfAbsent(path, where);
    }

    Location placeOf(String path) {
        return Paths.nearest(path, places);
    }

    void made(String path, Object part) {
        parts.put(path, part);
    }

    <T> Binding<T> finish(Optional<T> value) {
        return new Binding<>(
                problems.isEmpty() ? value : Optional.empty(), problems, places, parts);
    }
}
