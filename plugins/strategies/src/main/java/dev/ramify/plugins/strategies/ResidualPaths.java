package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.NodeVisitor;
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
        return node.accept(
                new NodeVisitor.WithDefault<Node>() {
                    @Override
                    public Node residual(Residual residual) {
                        return divided(residual, input);
                    }

                    @Override
                    public Node sequence(Sequence sequence) {
                        return sequence.withNodes(split(sequence.nodes(), input));
                    }

                    @Override
                    public Node branches(Branches branches) {
                        Shape seen = branches.branchInput(input);
                        return branches.withBranches(
                                branches.branches().stream()
                                        .map(b -> b.withNodes(split(b.nodes(), seen)))
                                        .toList());
                    }

                    @Override
                    public Node otherwise(Node other) {
                        return other;
                    }
                });
    }

    private Residual divided(Residual block, Shape input) {
        List<Node> inner = inner(block);
        List<Branch> paths =
                IntStream.range(0, shares.branches())
                        .mapToObj(
                                b -> new Branch(IsolatedBranches.nameOf(b), path(block, input, b)))
                        .toList();
        Stream<Node> sum = Stream.of(Branches.of("paths", paths, Merge.SUM));
        Stream<Node> rest = block.body().stream().skip(inner.size() + 1L);
        return block.withParts(Stream.concat(sum, rest).toList(), block.shortcut());
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
            path.set(inner.size(), ((WeightedLayer) path.get(inner.size())).withBias(false));
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

    private static Stream<Residual> blocks(List<? extends Node> nodes) {
        return nodes.stream().flatMap(ResidualPaths::blocks);
    }

    private static Stream<Residual> blocks(Node node) {
        return node.accept(
                new NodeVisitor.WithDefault<Stream<Residual>>() {
                    @Override
                    public Stream<Residual> residual(Residual residual) {
                        return Stream.of(residual);
                    }

                    @Override
                    public Stream<Residual> sequence(Sequence sequence) {
                        return blocks(sequence.nodes());
                    }

                    @Override
                    public Stream<Residual> branches(Branches branches) {
                        return branches.branches().stream().flatMap(b -> blocks(b.nodes()));
                    }

                    @Override
                    public Stream<Residual> otherwise(Node other) {
                        return Stream.of();
                    }
                });
    }
}
