package dev.ramify.core.problem;

import java.util.List;

/**
 * A mistake in a text, with what to do about it.
 *
 * @param code its kind
 * @param where its place
 * @param message what is wrong, with the value found
 * @param hint what to do, shown at the place itself; may be empty
 * @param notes what else helps: what is allowed or expected
 */
public record Problem(
        ProblemCode code, Location where, String message, String hint, List<String> notes) {

    public Problem {
        notes = List.copyOf(notes);
    }

    public Problem(ProblemCode code, Location where, String message, String hint) {
        this(code, where, message, hint, List.of());
    }

    /** Print on one line, with its place. */
    @Override
    public String toString() {
        return "%s: error[%s]: %s".formatted(where, code, message)
                + (hint.isEmpty() ? "" : "; " + hint);
    }
}
