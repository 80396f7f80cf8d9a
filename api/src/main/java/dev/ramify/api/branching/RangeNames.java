package dev.ramify.api.branching;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the ends of a range by name, and says what is wrong where there is no such range. */
final class RangeNames {

    private RangeNames() {}

    static int position(Architecture trunk, String option, String name) {
        List<String> names = trunk.nodes().stream().map(Node::name).toList();
        int position = names.indexOf(name);
        if (position < 0) {
            throw new InvalidOptionException(option, unknown(trunk, name, names));
        }
        return position;
    }

    private static String unknown(Architecture trunk, String name, List<String> names) {
        for (Node node : trunk.nodes()) {
            if (Nodes.layers(List.of(node)).stream().map(Layer::name).anyMatch(name::equals)) {
                return "'%s' lies inside '%s'; a range is made of whole nodes of the trunk: %s"
                        .formatted(name, node.name(), String.join(", ", names));
            }
        }
        if (names.isEmpty()) {
            return "the trunk has no node named '%s'; it is empty".formatted(name);
        }
        return "the trunk has no node named '%s'; the nearest name is '%s'; there are: %s"
                .formatted(name, nearest(name, names), String.join(", ", names));
    }

    /** The outputs are one vector that the loss sees whole: divided, they would be no branches. */
    static void refuseOutputs(Architecture trunk, int first, int last) {
        for (int i = trunk.nodes().size() - 1; i >= first; i--) {
            List<WeightedLayer> layers = Nodes.weighted(trunk.nodes().subList(i, i + 1));
            if (layers.isEmpty()) {
                continue;
            }
            if (i <= last) {
                throw new InvalidOptionException(
                        "to",
                        "the range from '%s' to '%s' holds '%s', which gives the network's outputs and cannot be divided; %s"
                                .formatted(
                                        trunk.nodes().get(first).name(),
                                        trunk.nodes().get(last).name(),
                                        layers.get(layers.size() - 1).name(),
                                        i == first
                                                ? "let the range start and end before it"
                                                : "end the range at '%s' or before"
                                                        .formatted(
                                                                trunk.nodes().get(i - 1).name())));
            }
            return;
        }
    }

    /** List the names that stand beside a node's own in its scope. */
    static List<String> inScope(Node node) {
        List<String> names = new ArrayList<>(List.of(node.name()));
        if (node instanceof Sequence sequence) {
            sequence.nodes().forEach(part -> names.addAll(inScope(part)));
        }
        return names;
    }

    private static String nearest(String name, List<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .orElseThrow();
    }

    /** The Levenshtein distance, case aside. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
