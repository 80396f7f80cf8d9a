package dev.ramify.core.testing;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import java.util.ArrayList;
import java.util.List;

/** Splits one weighted layer into equal branches. */
final class SplitStrategy implements BranchingStrategy<SplitStrategy.Options> {

    record Options(
            @Option(value = "number of branches", min = 1, max = 64) int branches,
            @Option(value = "name of the layer", defaultValue = "conv1") String layer,
            @Option(value = "width of the layer; 0 keeps it", defaultValue = "0", min = 0)
                    int width,
            @Option(value = "ignored", defaultValue = "concat") Joined merge) {}

    /** How the branches become one. */
    enum Joined {
        CONCAT,
        SUM
    }

    @Override
    public String id() {
        return "split";
    }

    @Override
    public String summary() {
        return "Split one layer.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Architecture branch(Architecture trunk, Options options) {
        List<Node> nodes = new ArrayList<>();
        boolean found = false;
        for (Node node : trunk.nodes()) {
            if (node instanceof WeightedLayer layer && node.name().equals(options.layer())) {
                nodes.add(
                        split(
                                options.width() == 0 ? layer : layer.withUnits(options.width()),
                                options));
                found = true;
            } else {
                nodes.add(node);
            }
        }
        if (!found) {
            throw new InvalidOptionException(
                    "layer", "the trunk has no layer `%s`".formatted(options.layer()));
        }
        return trunk.withNodes(nodes);
    }

    private static Node split(WeightedLayer layer, Options options) {
        if (layer.units() % options.branches() != 0) {
            throw new InvalidOptionException(
                    "branches",
                    "%d units of `%s` cannot be divided by %d"
                            .formatted(layer.units(), layer.name(), options.branches()));
        }
        List<Branch> branches = new ArrayList<>();
        for (int b = 1; b <= options.branches(); b++) {
            branches.add(
                    new Branch(
                            "b" + b, List.of(layer.withUnits(layer.units() / options.branches()))));
        }
        return Branches.of(
                "split", branches, options.merge() == Joined.SUM ? Merge.SUM : Merge.CONCAT);
    }
}
