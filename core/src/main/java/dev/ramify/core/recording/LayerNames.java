package dev.ramify.core.recording;

import dev.ramify.core.problem.NearestName;
import dev.ramify.core.recording.LayerKey.Part;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the layers that arrays and tables speak of, and arrays that say nothing. */
final class LayerNames {

    private static final List<String> KNOWN =
            List.of(
                    Samples.LABELS,
                    Samples.CLASS_NAMES,
                    Samples.FACTORS,
                    Samples.FACTOR_NAMES,
                    GroupsReader.GROUPS,
                    GroupsReader.TOKENS,
                    ExpertsReader.COUNT,
                    Channels.INPUT_DEVIATION,
                    Channels.INPUT_COVARIANCE);

    private LayerNames() {}

    /** List the layers, those of arrays first; arrays that belong to none are a problem. */
    static Set<String> of(ArraySource source, UnitTable table, Notes notes) {
        Set<String> layers = madeBy(source.headers().keySet());
        layers.addAll(table.layers().keySet());
        Set<String> known = new LinkedHashSet<>(layers);
        known.addAll(madeBy(source.unsound()));
        for (String key : source.headers().keySet()) {
            Optional<LayerKey> parsed = LayerKey.parse(key);
            if (parsed.isEmpty()) {
                noteUnknown(key, notes);
            } else if (!known.contains(parsed.get().layer())) {
                source.problem(
                        key,
                        "nothing else is known of a layer '%s'; there are %s"
                                .formatted(parsed.get().layer(), known),
                        hint(parsed.get().layer(), known));
            }
        }
        return layers;
    }

    private static Set<String> madeBy(Collection<String> keys) {
        Set<String> layers = new LinkedHashSet<>();
        for (String key : keys) {
            LayerKey.parse(key)
                    .filter(each -> each.part().makesLayer())
                    .ifPresent(each -> layers.add(each.layer()));
        }
        return layers;
    }

    private static String hint(String layer, Set<String> layers) {
        String nearest = NearestName.hint(layer, layers);
        return nearest.isEmpty() ? "add its activations or weights, or leave it out" : nearest;
    }

    /** Tell whether an array of this name says something. */
    static boolean isRead(String key) {
        return KNOWN.contains(key)
                || key.startsWith(Samples.LEVELS)
                || LayerKey.parse(key).isPresent();
    }

    private static void noteUnknown(String key, Notes notes) {
        if (isRead(key)) {
            return;
        }
        int slash = key.indexOf('/');
        String hint =
                slash < 0
                        ? NearestName.hint(key, KNOWN)
                        : NearestName.hint(
                                key.substring(0, slash + 1),
                                Stream.of(Part.values()).map(Part::prefix).toList());
        notes.add("the array `%s` is not read%s".formatted(key, hint.isEmpty() ? "" : "; " + hint));
    }
}
