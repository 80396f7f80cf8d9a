package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.branching.LayerRange;
import dev.ramify.api.branching.Nodes;
import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Divides the bodies of residual blocks into paths that are summed. */
final class ResidualPaths {

    private static final int LEAST_DEPTH = 3;

    private final Shares shares;

    ResidualPaths(int branches) {
        this.shares = Shares.equal("branches", branches);
    }

    static boolean anyBlock(List<? extends Node> nodes) {
        return blocks(nodes).findAny().isPresent();
    }

    List<Node> split(LayerRange range) {
        shares.check(
                blocks(range.nodes())
                        .flatMap(block -> Nodes.weighted(inner(block)).stream())
                        .toList());
        return split(range.nodes(), range.input());
    }

    private List<Node> split(List<? extends Node> nodes, Shape input) {
        List<Node> result = new ArrayList<>();
        Shape shape = input;
        for (Node node : nodes) {
            result.add(split(node, shape));
            shape = node.output(shape);
        }
        return result;
    }

    private Node split(Node node, Shape input) {
        if (node instanceof Residual residual) {
            return split(residual, input);
        }
        if (node instanceof Sequence sequence) {
            return new Sequence(sequence.name(), split(sequence.nodes(), input));
        }
        if (node instanceof Branches branches) {
            Shape seen = branches.branchInput(input);
            List<Branch> split =
                    branches.branches().stream()
                            .map(b -> new Branch(b.name(), split(b.nodes(), seen)))
                            .toList();
            return new Branches(branches.name(), split, branches.merge(), branches.input());
        }
        return node;
    }

    private Residual split(Residual block, Shape input) {
        List<Node> inner = inner(block);
        List<Branch> paths =
                IntStream.range(0, shares.branches())
                        .mapToObj(
                                b -> new Branch(IsolatedBranches.nameOf(b), path(block, input, b)))
                        .toList();
        Stream<Node> sum = Stream.of(Branches.of("paths", paths, Merge.SUM));
        Stream<Node> rest = block.body().stream().skip(inner.size() + 1L);
        return new Residual(block.name(), Stream.concat(sum, rest).toList(), block.shortcut());
    }

    private List<Node> path(Residual block, Shape input, int branch) {
        List<Node> inner = inner(block);
        Node last = block.body().get(inner.size());
        List<Node> path =
                new ArrayList<>(
                        Nodes.narrowed(
                                block.body().subList(0, inner.size() + 1),
                                input,
                                layer ->
                                        layer.equals(last)
                                                ? layer.units()
                                                : shares.units(layer, branch)));
        if (branch > 0) {
            path.set(inner.size(), withoutBias((WeightedLayer) path.get(inner.size())));
        }
        return path;
    }

    /** List the nodes before the last weighted layer of a body. */
    private static List<Node> inner(Residual block) {
        int last = block.body().size() - 1;
        while (last >= 0 && Nodes.weighted(List.of(block.body().get(last))).isEmpty()) {
            last--;
        }
        if (last < 0 || !(block.body().get(last) instanceof WeightedLayer)) {
            throw new InvalidOptionException(
                    "from",
                    "the body of block '%s' does not end in a convolution or dense layer, so its paths cannot be summed"
                            .formatted(block.name()));
        }
        int depth = Nodes.weighted(block.body()).size();
        if (depth < LEAST_DEPTH) {
            throw new InvalidOptionException(
                    "from",
                    "the body of block '%s' has %d convolutions, but paths need at least %d: summed paths of two compute what the undivided body computes; use bottleneck blocks"
                            .formatted(block.name(), depth, LEAST_DEPTH));
        }
        return block.body().subList(0, last);
    }

    private static WeightedLayer withoutBias(WeightedLayer layer) {
        if (layer instanceof Convolution c) {
            return new Convolution(
                    c.name(), c.filters(), c.kernel(), c.stride(), c.padding(), c.groups(), false);
        }
        return new Dense(layer.name(), layer.units(), false);
    }

    private static Stream<Residual> blocks(List<? extends Node> nodes) {
        return nodes.stream().flatMap(ResidualPaths::blocks);
    }

    private static Stream<Residual> blocks(Node node) {
        if (node instanceof Residual residual) {
            return Stream.of(residual);
        }
        if (node instanceof Sequence sequence) {
            return blocks(sequence.nodes());
        }
        if (node instanceof Branches branches) {
            return branches.branches().stream().flatMap(b -> blocks(b.nodes()));
        }
        return Stream.of();
    }
}
