package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.WeightedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an architecture down as a graph.
 *
 * <p>Branches that are built alike run side by side as one operation, as far as they are alike; see
 * {@link Siblings}.
 */
public final class GraphBuilder {

    private final Observation observation;
    private final Operations made = new Operations();
    private final List<Site> sites = new ArrayList<>();

    private GraphBuilder(Observation observation) {
        this.observation = observation;
    }

    /** Build the graph of an architecture. */
    public static Graph build(Architecture architecture, Observation observation) {
        GraphBuilder builder = new GraphBuilder(observation);
        Value input = builder.made.value("input", architecture.input());
        Value output = builder.nodes(architecture.nodes(), input, "", null);
        return new Graph(
                List.of(input), output, builder.made.operations(), builder.sites, List.of());
    }

    Operations made() {
        return made;
    }

    /**
     * Add nodes one after another.
     *
     * @param watching a layer before the first node that is still to be observed
     */
    Value nodes(List<Node> nodes, Value input, String scope, @Nullable Watch watching) {
        Value value = input;
        @Nullable Watch watch = watching;
        for (Node node : flat(nodes)) {
            if (watch != null && !watch.covers(node)) {
                value = close(watch, value, List.of(value.shape().channels()));
                watch = null;
            }
            value = node(node, value, scope);
            if (isObserved(node)) {
                watch = watch(List.of(join(scope, node.name())));
            }
        }
        return watch == null ? value : close(watch, value, List.of(value.shape().channels()));
    }

    boolean isObserved(Node node) {
        return node instanceof WeightedLayer && observation.layers().contains(node.name());
    }

    Watch watch(List<String> paths) {
        return new Watch(paths, observation.point());
    }

    /** Note where units are observed, putting a mask there if asked for. */
    Value close(Watch watch, Value value, List<Integer> channels) {
        Value seen = observation.masked() ? made.mask(watch.paths(), value, channels) : value;
        int from = 0;
        for (int i = 0; i < channels.size(); i++) {
            sites.add(new Site(watch.paths().get(i), seen, from, channels.get(i)));
            from += channels.get(i);
        }
        return seen;
    }

    static List<Node> flat(List<Node> nodes) {
        return nodes.stream()
                .flatMap(
                        node ->
                                node instanceof Sequence sequence
                                        ? flat(sequence.nodes()).stream()
                                        : Stream.of(node))
                .toList();
    }

    private Value node(Node node, Value input, String scope) {
        if (node instanceof Layer layer) {
            return made.layer(layer, join(scope, layer.name()), input);
        }
        String path = join(scope, node.name());
        if (node instanceof Residual residual) {
            return residual(residual, input, path);
        }
        Branches branches = (Branches) node;
        return branches.branches().size() == 1
                ? nodes(only(branches).nodes(), input, join(path, only(branches).name()), null)
                : new Siblings(this, branches, path, input).lower();
    }

    private static Branch only(Branches branches) {
        return branches.branches().get(0);
    }

    private Value residual(Residual residual, Value input, String path) {
        List<Value> ways = made.fork(path, input, 2);
        Value added = nodes(residual.body(), ways.get(0), path, null);
        Value passed = nodes(residual.shortcut(), ways.get(1), path, null);
        return made.add(path, List.of(added, passed));
    }

    static String join(String scope, String name) {
        return scope.isEmpty() ? name : scope + "/" + name;
    }
}
