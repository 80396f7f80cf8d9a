package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.NodeVisitor;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.WeightedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes an architecture down as a graph.
 *
 * <p>Branches that are built alike run side by side as one operation, as far as they are alike; see
 * {@link Siblings}.
 */
public final class GraphBuilder {

    private final Observation observation;
    private final Derivatives derivatives;
    private final Operations made = new Operations();
    private final List<Site> sites = new ArrayList<>();

    private GraphBuilder(Observation observation, Derivatives derivatives) {
        this.observation = observation;
        this.derivatives = derivatives;
    }

    /** Build the graph of an architecture, as simple as its purpose allows. */
    public static Graph build(Architecture architecture, Observation observation, Purpose purpose) {
        return Simplifier.simplify(literal(architecture, observation, purpose), purpose);
    }

    /** Build the graph of an architecture, operation by operation. */
    static Graph literal(Architecture architecture, Observation observation, Purpose purpose) {
        GraphBuilder builder = new GraphBuilder(observation, purpose.derivatives());
        Value input = builder.made.value("input", architecture.input());
        Value output = builder.nodes(architecture.nodes(), builder.observed(input), "", List.of());
        return new Graph(
                List.of(input), output, builder.made.operations(), builder.sites, List.of());
    }

    private Value observed(Value input) {
        return observation.layers().contains(Site.INPUT)
                ? close(Watch.ofEnd(Site.INPUT), input, List.of(input.shape().channels()))
                : input;
    }

    Operations made() {
        return made;
    }

    /**
     * Add nodes one after another.
     *
     * @param watching layers before the first node that are still to be observed
     */
    Value nodes(List<Node> nodes, Value input, String scope, List<Watch> watching) {
        Value value = input;
        List<Watch> watches = new ArrayList<>(watching);
        for (Node node : flat(nodes)) {
            value = close(watches, watch -> !watch.covers(node), value);
            value = node(node, value, scope);
            if (isObserved(node)) {
                watches.add(watch(node, List.of(join(scope, node.name()))));
            }
        }
        return close(watches, watch -> true, value);
    }

    private Value close(List<Watch> watches, Predicate<Watch> which, Value value) {
        Value seen = value;
        for (Watch watch : List.copyOf(watches)) {
            if (which.test(watch)) {
                seen = close(watch, seen, List.of(seen.shape().channels()));
                watches.remove(watch);
            }
        }
        return seen;
    }

    boolean isObserved(Node node) {
        return observation.layers().contains(node.name());
    }

    boolean isFrozen(String path) {
        return derivatives.isFrozen(path);
    }

    /** Wait for where the units of nodes that are alike are to be observed. */
    Watch watch(Node node, List<String> paths) {
        return new Watch(
                paths,
                node instanceof WeightedLayer
                        ? observation.point()
                        : Observation.Point.PREACTIVATION);
    }

    /** Note where units are observed, putting a tap there if asked for. */
    Value close(Watch watch, Value value, List<Integer> channels) {
        Value seen =
                observation.access() == Observation.Access.READ
                        ? value
                        : made.tap(
                                watch.paths(),
                                value,
                                observation.access() == Observation.Access.CHANGE);
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
        String path = join(scope, node.name());
        return node.accept(
                new NodeVisitor<Value>() {
                    @Override
                    public Value layer(Layer layer) {
                        return made.layer(layer, path, input);
                    }

                    @Override
                    public Value sequence(Sequence sequence) {
                        return nodes(sequence.nodes(), input, scope, List.of());
                    }

                    @Override
                    public Value residual(Residual residual) {
                        return lower(residual, input, path);
                    }

                    @Override
                    public Value branches(Branches branches) {
                        return lower(branches, input, path);
                    }
                });
    }

    private Value lower(Branches branches, Value input, String path) {
        if (branches.merge() instanceof Merge.Gated gated) {
            throw Merging.notComputed(path, gated);
        }
        return branches.branches().size() == 1
                ? nodes(only(branches).nodes(), input, join(path, only(branches).name()), List.of())
                : new Siblings(this, branches, path, input).lower();
    }

    private static Branch only(Branches branches) {
        return branches.branches().get(0);
    }

    private Value lower(Residual residual, Value input, String path) {
        List<Value> ways = made.fork(path, input, 2);
        Value added = nodes(residual.body(), ways.get(0), path, List.of());
        Value passed = nodes(residual.shortcut(), ways.get(1), path, List.of());
        return made.add(path, List.of(added, passed));
    }

    static String join(String scope, String name) {
        return scope.isEmpty() ? name : scope + "/" + name;
    }
}
