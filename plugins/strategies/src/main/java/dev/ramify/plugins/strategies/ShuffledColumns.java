package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.branching.LayerRange;
import dev.ramify.api.branching.Nodes;
import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The negative control of {@code columns}: the same layers in branches of the same names, with the
 * same parameters and multiply-accumulates, but with the channels shuffled between one grouped
 * layer and the next (Zhang et al. 2017, arXiv 1707.01083), so that no branch is isolated.
 *
 * <p>Each convolution or dense layer starts a stage, which the nodes after it belong to; a flatten
 * goes with the stage after it, so that whole maps are dealt out. Nested branches and residual
 * blocks are one stage each: channels are shuffled before and after them, not inside, and each
 * branch after an Inception module sees some of its kernels more than others. After the last stage
 * nothing is shuffled: the layer that follows sees all channels, and an order of its inputs is
 * nothing but an order of its weights.
 */
final class ShuffledColumns implements BranchingStrategy<ColumnsOptions> {

    @Override
    public String id() {
        return "shuffled-columns";
    }

    @Override
    public String summary() {
        return "The negative control of columns: as many parameters, but channels shuffled between the branches";
    }

    @Override
    public Class<ColumnsOptions> options() {
        return ColumnsOptions.class;
    }

    @Override
    public Architecture branch(Architecture trunk, ColumnsOptions options) {
        LayerRange range = LayerRange.of(trunk, options.from(), options.to());
        Shares shares = options.shares();
        List<List<Node>> columns =
                IntStream.range(0, shares.branches())
                        .mapToObj(b -> inlined(range.narrowed(shares, b)).toList())
                        .toList();
        List<Integer> starts = stageStarts(columns.get(0));
        if (starts.size() == 1) {
            throw new InvalidOptionException(
                    "to",
                    "the range from '%s' to '%s' is a single stage, so there is nothing to shuffle and no control; end it after one more layer"
                            .formatted(options.from(), options.to()));
        }
        List<Node> nodes = new ArrayList<>();
        for (int stage = 0; stage < starts.size(); stage++) {
            if (stage > 0) {
                String name = range.freeName("shuffle-" + stage);
                nodes.add(new ChannelShuffle(name, shares.branches()));
            }
            int start = starts.get(stage);
            int end = stage + 1 < starts.size() ? starts.get(stage + 1) : columns.get(0).size();
            nodes.add(
                    new Branches(
                            range.freeName("columns-" + (stage + 1)),
                            branches(columns, start, end),
                            Merge.CONCAT,
                            stage == 0 ? BranchInput.SHARED : BranchInput.SPLIT));
        }
        return range.replacedBy(nodes);
    }

    private static List<Branch> branches(List<List<Node>> columns, int start, int end) {
        return IntStream.range(0, columns.size())
                .mapToObj(
                        b ->
                                new Branch(
                                        IsolatedBranches.nameOf(b),
                                        columns.get(b).subList(start, end)))
                .toList();
    }

    /** Return the index of the first node of each stage. */
    private static List<Integer> stageStarts(List<Node> nodes) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        boolean weighted = false;
        int flatten = -1;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Flatten) {
                flatten = i;
            }
            if (Nodes.weighted(List.of(node)).isEmpty()) {
                continue;
            }
            if (weighted) {
                starts.add(flatten >= 0 ? flatten : i);
            }
            weighted = true;
            flatten = -1;
        }
        return starts;
    }

    private static Stream<Node> inlined(List<? extends Node> nodes) {
        return nodes.stream()
                .flatMap(
                        node ->
                                node instanceof Sequence sequence
                                        ? inlined(sequence.nodes())
                                        : Stream.of(node));
    }
}
