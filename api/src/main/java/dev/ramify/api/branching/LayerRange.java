package dev.ramify.api.branching;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A run of a trunk's nodes, which a strategy replaces by branches.
 *
 * <p>A whole strategy, two columns from {@code conv1} to {@code pool2}:
 *
 * <pre>{@code
 * LayerRange range = LayerRange.of(trunk, "conv1", "pool2");
 * Shares halves = Shares.equal("branches", 2).check(range.weightedLayers());
 * List<Branch> columns = new ArrayList<>();
 * for (int b = 0; b < halves.branches(); b++) {
 *     columns.add(new Branch("b" + (b + 1), range.narrowed(halves, b)));
 * }
 * return range.replacedBy(List.of(Branches.of("columns", columns, Merge.CONCAT)));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LayerRange {

    private final Architecture trunk;
    private final int first;
    private final int last;

    private LayerRange(Architecture trunk, int first, int last) {
        this.trunk = trunk;
        this.first = first;
        this.last = last;
    }

    /**
     * Find the nodes from one name to another, both included.
     *
     * @param trunk the architecture to branch
     * @param from name of a node of the trunk, not inside a block
     * @param to name of the same node or a later one
     * @throws InvalidOptionException for the option {@code from} or {@code to} if there is no such
     *     node, if the order is wrong, if the range has no units to divide, or if it holds the
     *     layer that gives the network's outputs
     */
    public static LayerRange of(Architecture trunk, String from, String to) {
        int first = RangeNames.position(trunk, "from", from);
        int last = RangeNames.position(trunk, "to", to);
        if (last < first) {
            throw new InvalidOptionException(
                    "to", "'%s' comes before '%s', where the range starts".formatted(to, from));
        }
        LayerRange range = new LayerRange(trunk, first, last);
        if (range.weightedLayers().isEmpty()) {
            throw new InvalidOptionException(
                    "from",
                    "there is no convolution or dense layer from '%s' to '%s', so there are no units to divide"
                            .formatted(from, to));
        }
        RangeNames.refuseOutputs(trunk, first, last);
        return range;
    }

    /** Return the nodes in order, at least one. */
    public List<Node> nodes() {
        return trunk.nodes().subList(first, last + 1);
    }

    /**
     * List the convolutions and dense layers, those inside blocks too, in the order of the tree.
     */
    public List<WeightedLayer> weightedLayers() {
        return Nodes.weighted(nodes());
    }

    /** Infer the shape that the first node sees. */
    public Shape input() {
        return new Sequence(trunk.name(), trunk.nodes().subList(0, first)).output(trunk.input());
    }

    /**
     * Return the copy that one branch holds: the same nodes with the branch's share of the units.
     *
     * @param shares the division of the units
     * @param branch index of the branch, from 0
     * @throws InvalidOptionException if a share is not a whole number of units, or if a block
     *     cannot be made narrower
     * @see Nodes#narrowed
     */
    public List<Node> narrowed(Shares shares, int branch) {
        shares.check(weightedLayers());
        return Nodes.narrowed(nodes(), input(), layer -> shares.units(layer, branch));
    }

    /**
     * Return the trunk with other nodes in place of the range.
     *
     * @throws dev.ramify.api.architecture.ArchitectureException if they do not fit there
     */
    public Architecture replacedBy(List<? extends Node> nodes) {
        return trunk.withNodes(
                Stream.of(
                                trunk.nodes().subList(0, first),
                                nodes,
                                trunk.nodes().subList(last + 1, trunk.nodes().size()))
                        .<Node>flatMap(List::stream)
                        .toList());
    }

    /** Return the wish, or the wish with a number, such that no node of the trunk has that name. */
    public String freeName(String wish) {
        List<String> taken = new ArrayList<>();
        trunk.nodes().forEach(node -> taken.addAll(RangeNames.inScope(node)));
        String name = wish;
        for (int number = 2; taken.contains(name); number++) {
            name = wish + "-" + number;
        }
        return name;
    }
}
