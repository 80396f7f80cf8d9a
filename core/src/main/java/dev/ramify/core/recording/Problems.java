package dev.ramify.core.recording;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.DataException.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that people hear of everything at once. Not thread-safe. */
final class Problems {

    private static final int MOST = 30;

    private final List<Problem> found = new ArrayList<>();

    void add(String where, String reason, String remedy) {
        found.add(new Problem(where, reason, remedy));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * End here if anything is wrong.
     *
     * @throws DataException naming the first of what is wrong, and how much more there is
     */
    void throwIfAny() {
        if (found.size() > MOST) {
            List<Problem> shown = new ArrayList<>(found.subList(0, MOST));
            shown.add(
                    new Problem(
                            "and %d more problems".formatted(found.size() - MOST),
                            "not shown",
                            "correct these first"));
            throw new DataException(shown);
        }
        if (!found.isEmpty()) {
            throw new DataException(found);
        }
    }
}
