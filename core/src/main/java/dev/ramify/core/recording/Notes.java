package dev.ramify.core.recording;

import java.util.ArrayList;
import java.util.List;

/** Collects what people should know of how files were read, within limits. Not thread-safe. */
final class Notes {

    private static final int MOST = 30;

    private final List<String> found = new ArrayList<>();
    private int more;

    void add(String note) {
        if (found.size() < MOST) {
            found.add(note);
        } else {
            more++;
        }
    }

    List<String> list() {
        List<String> all = new ArrayList<>(found);
        if (more > 0) {
            all.add("and %d more notes".formatted(more));
        }
        return List.copyOf(all);
    }
}
