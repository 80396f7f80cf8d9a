package dev.ramify.plugins.datasets.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what lies in a dataset's folders and is not read, by reason. Not thread-safe. */
final class Skipped {

    private static final int MOST_ENDINGS = 5;

    private final Map<String, Integer> others = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int hidden;
    private int astray;

    /** Count things whose name begins with a dot. */
    void addHidden(int count) {
        hidden += count;
    }

    /** Count a file that is no image, by how its name ends. */
    void addOther(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        others.merge(
                dot <= 0 ? "without ending" : name.substring(dot).toLowerCase(Locale.ROOT),
                1,
                Integer::sum);
    }

    /** Count an image beside the folders of classes. */
    void addAstray() {
        astray++;
    }

    /** Say something about a folder. */
    void note(String note) {
        notes.add(note);
    }

    /** Return what is to be said, one sentence each. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        int count = others.values().stream().mapToInt(Integer::intValue).sum();
        if (count > 0) {
            all.add("not read: %s (%s)".formatted(files(count, "no image"), endings()));
        }
        if (astray > 0) {
            all.add("not read: %s".formatted(files(astray, "in no folder of a class")));
        }
        if (hidden > 0) {
            all.add("not read: %s".formatted(files(hidden, "hidden")));
        }
        return all;
    }

    private static String files(int count, String how) {
        return "%,d %s"
                .formatted(count, count == 1 ? "file that is " + how : "files that are " + how);
    }

    private String endings() {
        String shown =
                others.entrySet().stream()
                        .limit(MOST_ENDINGS)
                        .map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", "));
        return others.size() > MOST_ENDINGS ? shown + ", ..." : shown;
    }
}
