package dev.ramify.core.recording;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.DataException.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that people hear of everything at once. Not thread-safe. */
final class Problems {

    private static final int MOST = 30;

    private final List<Problem> found = new ArrayList<>();
    private int more;

    void add(String where, String reason, String remedy) {
        if (found.size() < MOST) {
            found.add(new Problem(where, reason, remedy));
        } else {
            more++;
        }
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
        if (more > 0) {
            found.add(
                    new Problem(
                            "and %d more problems".formatted(more),
                            "not shown",
                            "correct these first"));
        }
        if (!found.isEmpty()) {
            throw new DataException(found);
        }
    }
}
