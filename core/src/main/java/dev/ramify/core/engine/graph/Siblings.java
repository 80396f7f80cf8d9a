package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.core.engine.graph.Operations.Placed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lowers parallel branches, side by side as long as they are alike.
 *
 * <p>The channels of all branches then lie in one value, branch after branch. First layers over a
 * shared input become one layer; equal layers over channels of their own become one of as many
 * groups; layers whose results are summed become one over all channels. Where branches part, each
 * goes on alone.
 */
final class Siblings {

    private final GraphBuilder builder;
    private final Branches branches;
    private final String path;
    private final List<List<Node>> nodes;
    private Value value;
    private @Nullable List<Integer> channels;
    private final List<Watch> watches = new ArrayList<>();

    Siblings(GraphBuilder builder, Branches branches, String path, Value input) {
        this.builder = builder;
        this.branches = branches;
        this.path = path;
        this.value = input;
        this.nodes =
                branches.branches().stream().map(Branch::nodes).map(GraphBuilder::flat).toList();
    }

    Value lower() {
        if (branches.input() == BranchInput.SPLIT) {
            channels = Collections.nCopies(nodes.size(), value.shape().channels() / nodes.size());
        }
        int at = 0;
        int common = nodes.stream().mapToInt(List::size).min().orElse(0);
        while (at < common) {
            if (isSummed(at)) {
                return sum(at);
            }
            if (!step(at)) {
                break;
            }
            at++;
        }
        return merge(at);
    }

    private List<Node> row(int at) {
        return nodes.stream().map(each -> each.get(at)).toList();
    }

    private String pathOf(int branch, Node node) {
        return GraphBuilder.join(scope(branch), node.name());
    }

    private String scope(int branch) {
        return GraphBuilder.join(path, branches.branches().get(branch).name());
    }

    private <L extends Layer> List<Placed<L>> placed(Class<L> type, int at) {
        return IntStream.range(0, nodes.size())
                .mapToObj(
                        b ->
                                new Placed<>(
                                        type.cast(nodes.get(b).get(at)),
                                        pathOf(b, nodes.get(b).get(at))))
                .toList();
    }

    /** Add one operation for the layers of all branches, if they are alike enough. */
    private boolean step(int at) {
        List<Node> row = row(at);
        boolean same = Likeness.alike(row) && sameNames(row) && equallyFrozen(at);
        boolean lowered =
                same
                        && (row.get(0) instanceof Convolution
                                ? convolve(at)
                                : row.get(0) instanceof Dense
                                        ? affine(at)
                                        : channels != null && plain(at, row, channels));
        if (lowered && isObserved(row)) {
            List<String> paths =
                    IntStream.range(0, nodes.size()).mapToObj(b -> pathOf(b, row.get(b))).toList();
            watches.add(builder.watch(row.get(0), paths));
        }
        return lowered;
    }

    private boolean isObserved(List<Node> row) {
        return row.stream().anyMatch(builder::isObserved);
    }

    private void closeBefore(Node next) {
        close(watch -> !watch.covers(next));
    }

    private void close(Predicate<Watch> which) {
        List<Integer> widths = channels;
        if (widths == null) {
            return;
        }
        for (Watch watch : List.copyOf(watches)) {
            if (which.test(watch)) {
                value = builder.close(watch, value, widths);
                watches.remove(watch);
            }
        }
    }

    private boolean convolve(int at) {
        List<Placed<Convolution>> layers = placed(Convolution.class, at);
        List<Integer> widths = layers.stream().map(each -> each.layer().filters()).toList();
        if (!canJoin(widths, layers.get(0).layer().groups())) {
            return false;
        }
        closeBefore(layers.get(0).layer());
        int groups = channels == null ? 1 : nodes.size();
        value = builder.made().convolve(layers, value, groups, 0);
        channels = widths;
        return true;
    }

    private boolean affine(int at) {
        List<Placed<Dense>> layers = placed(Dense.class, at);
        List<Integer> widths = layers.stream().map(each -> each.layer().units()).toList();
        if (!canJoin(widths, 1)) {
            return false;
        }
        closeBefore(layers.get(0).layer());
        int groups = channels == null ? 1 : nodes.size();
        value = builder.made().affine(layers, value, groups, 0);
        channels = widths;
        return true;
    }

    /** Over a shared input widths may differ; groups must be equal. */
    private boolean canJoin(List<Integer> widths, int ownGroups) {
        return ownGroups == 1 && (channels == null || (allEqual(widths) && allEqual(channels)));
    }

    private static boolean allEqual(List<Integer> numbers) {
        return numbers.stream().distinct().count() == 1;
    }

    /** Layers that are observed under several names cannot be told apart in one value by name. */
    private boolean sameNames(List<Node> row) {
        return !isObserved(row) || row.stream().map(Node::name).distinct().count() == 1;
    }

    /** What is trained in one branch and frozen in another cannot be one parameter. */
    private boolean equallyFrozen(int at) {
        return IntStream.range(0, nodes.size())
                        .mapToObj(b -> builder.isFrozen(pathOf(b, nodes.get(b).get(at))))
                        .distinct()
                        .count()
                == 1;
    }

    private boolean plain(int at, List<Node> row, List<Integer> widths) {
        if (!(row.get(0) instanceof Layer layer) || !Likeness.actsPerChannel(layer)) {
            return false;
        }
        closeBefore(layer);
        int area = value.shape().area();
        value = builder.made().layers(placed(Layer.class, at), value, widths);
        int factor = value.shape().isFlat() && Likeness.flattens(layer) ? area : 1;
        channels = widths.stream().map(each -> each * factor).toList();
        return true;
    }

    /** Tell whether all branches end here in layers whose results are summed. */
    private boolean isSummed(int at) {
        List<Node> row = row(at);
        boolean ends = nodes.stream().allMatch(each -> each.size() == at + 1);
        return branches.merge().equals(Merge.SUM)
                && channels != null
                && ends
                && Likeness.alikeUpToBias(row)
                && Likeness.biases(row) <= 1
                && !isObserved(row)
                && equallyFrozen(at)
                && allEqual(channels);
    }

    private Value sum(int at) {
        close(watch -> true);
        return nodes.get(0).get(at) instanceof Convolution
                ? builder.made().convolve(placed(Convolution.class, at), value, 1, 1)
                : builder.made().affine(placed(Dense.class, at), value, 1, 1);
    }

    private Value merge(int at) {
        boolean done = nodes.stream().allMatch(each -> each.size() == at);
        if (done && branches.merge().equals(Merge.CONCAT) && channels != null) {
            close(watch -> true);
            return value;
        }
        List<Value> parts =
                channels == null
                        ? builder.made().fork(path, value, nodes.size())
                        : builder.made().split(path, value, channels);
        List<Value> results = new ArrayList<>();
        for (int b = 0; b < nodes.size(); b++) {
            int branch = b;
            List<Watch> own = watches.stream().map(watch -> watch.of(branch)).toList();
            List<Node> rest = nodes.get(b).subList(at, nodes.get(b).size());
            results.add(builder.nodes(rest, parts.get(b), scope(b), own));
        }
        return branches.merge().accept(new Merging(builder.made(), path, results));
    }
}
