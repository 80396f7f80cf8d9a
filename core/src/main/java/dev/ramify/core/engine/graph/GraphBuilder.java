package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Relu;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.WeightedLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an architecture down as a graph, one operation per layer, without any change for speed.
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
        Value output = builder.nodes(architecture.nodes(), input, "");
        return new Graph(input, output, builder.made.operations(), builder.sites);
    }

    private Value nodes(List<Node> nodes, Value input, String scope) {
        Value value = input;
        @Nullable Watch watch = null;
        for (Node node : flat(nodes)) {
            if (watch != null && !watch.covers(node)) {
                value = close(watch, value);
                watch = null;
            }
            value = node(node, value, scope);
            if (node instanceof WeightedLayer layer
                    && observation.layers().contains(layer.name())) {
                watch = new Watch(join(scope, layer.name()), observation.point());
            }
        }
        return watch == null ? value : close(watch, value);
    }

    private static List<Node> flat(List<Node> nodes) {
        return nodes.stream()
                .flatMap(
                        node ->
                                node instanceof Sequence sequence
                                        ? flat(sequence.nodes()).stream()
                                        : List.of(node).stream())
                .toList();
    }

    private Value close(Watch watch, Value value) {
        Value seen = value;
        if (observation.masked()) {
            seen = made.mask(watch.path(), value);
        }
        sites.add(new Site(watch.path(), seen, 0, seen.shape().channels()));
        return seen;
    }

    private Value node(Node node, Value input, String scope) {
        if (node instanceof Layer layer) {
            return made.layer(layer, join(scope, layer.name()), input);
        }
        String path = join(scope, node.name());
        if (node instanceof Residual residual) {
            return residual(residual, input, path);
        }
        return branches((Branches) node, input, path);
    }

    private Value residual(Residual residual, Value input, String path) {
        List<Value> ways = made.fork(path, input, 2);
        Value added = nodes(residual.body(), ways.get(0), path);
        Value passed = nodes(residual.shortcut(), ways.get(1), path);
        return made.add(path, List.of(added, passed));
    }

    private Value branches(Branches branches, Value input, String path) {
        int count = branches.branches().size();
        List<Value> seen =
                count == 1
                        ? Collections.singletonList(input)
                        : branches.input() == BranchInput.SHARED
                                ? made.fork(path, input, count)
                                : made.split(path, input, count);
        List<Value> results = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            Branch branch = branches.branches().get(b);
            results.add(nodes(branch.nodes(), seen.get(b), join(path, branch.name())));
        }
        if (count == 1) {
            return results.get(0);
        }
        return branches.merge() == Merge.SUM
                ? made.add(path, results)
                : made.concatenate(path, results);
    }

    private static String join(String scope, String name) {
        return scope.isEmpty() ? name : scope + "/" + name;
    }

    /** A layer whose units are to be observed once what follows it has been applied. */
    private record Watch(String path, Observation.Point point) {

        boolean covers(Node next) {
            return point == Observation.Point.ACTIVATION
                    && (next instanceof BatchNormalization || next instanceof Relu);
        }
    }
}
