package dev.ramify.core.recording;

import dev.ramify.api.recording.Groups;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.NpyHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads in which group each sample is, and its vocabulary id. */
final class GroupsReader {

    static final String GROUPS = "groups";
    static final String TOKENS = "tokens";

    private final ArraySource source;
    private final Consumer<String> notes;

    GroupsReader(ArraySource source, Consumer<String> notes) {
        this.source = source;
        this.notes = notes;
    }

    /** Read groups; their classes are those of all their samples, where these agree. */
    Optional<Groups> groups(int[] labels) {
        return list(GROUPS).map(array -> groups(array, labels));
    }

    private Groups groups(NpyArray array, int[] labels) {
        List<String> names = new ArrayList<>();
        Map<Object, Integer> places = new LinkedHashMap<>();
        int[] of = new int[Math.toIntExact(array.header().count())];
        if (array.header().type().isText()) {
            List<String> texts = array.texts();
            Arrays.setAll(of, i -> place(texts.get(i), texts.get(i), places, names));
        } else {
            long[] wholes = array.wholes();
            Arrays.setAll(of, i -> place(wholes[i], "group " + wholes[i], places, names));
        }
        return new Groups(names, of, classes(names, of, labels));
    }

    private static int place(
            Object key, String name, Map<Object, Integer> places, List<String> names) {
        return places.computeIfAbsent(
                key,
                fresh -> {
                    names.add(name);
                    return names.size() - 1;
                });
    }

    private int[] classes(List<String> names, int[] of, int[] labels) {
        if (labels.length != of.length) {
            return new int[0];
        }
        int[] classes = new int[names.size()];
        Arrays.fill(classes, -1);
        for (int i = 0; i < of.length; i++) {
            int known = classes[of[i]];
            if (known >= 0 && known != labels[i]) {
                notes.accept(
                        "%s: classes differ within '%s', so groups have none and domains are not measured"
                                .formatted(GROUPS, names.get(of[i])));
                return new int[0];
            }
            classes[of[i]] = labels[i];
        }
        return classes;
    }

    /** Read vocabulary ids; empty where there are none. */
    int[] tokens() {
        Optional<NpyArray> array = list(TOKENS).filter(each -> !each.header().type().isText());
        if (array.isEmpty()) {
            return new int[0];
        }
        long[] wholes = array.get().wholes();
        if (Arrays.stream(wholes).anyMatch(id -> id < 0 || id > Integer.MAX_VALUE)) {
            source.problem(
                    TOKENS,
                    "some ids are below 0 or above 2^31",
                    "give vocabulary ids, and leave out padding in all arrays");
            return new int[0];
        }
        return Arrays.stream(wholes).mapToInt(id -> (int) id).toArray();
    }

    private Optional<NpyArray> list(String key) {
        Optional<NpyHeader> header = source.header(key);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        if (header.get().shape().size() != 1
                || !header.get().type().isText() && !header.get().type().isWhole()) {
            source.problem(
                    key,
                    "its shape is %s and its type %s; a whole number (of groups, a text too) for each sample is expected"
                            .formatted(header.get().shape(), header.get().type().descriptor()),
                    "flatten it with .reshape(-1), and convert it with .astype('int64')");
            return Optional.empty();
        }
        return source.read(key);
    }
}
