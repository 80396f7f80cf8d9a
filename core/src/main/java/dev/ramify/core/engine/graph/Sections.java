package dev.ramify.core.engine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts a graph behind the values where layers are observed, so that these can be changed on the
 * way.
 *
 * <p>An operation belongs to the section of the deepest value that it depends on: the first section
 * depends on no observed value, the second on those that the first one gives, and so on.
 *
 * <p>What follows an observed value channel by channel and keeps zeros, such as pooling, is cut off
 * as well: to change a unit behind it is the same as before it, and there is less to change. Most
 * layers make two or three sections; one whose parts follow on each other makes more.
 */
public final class Sections {

    private final Graph graph;
    private final Set<Value> cuts;
    private final Map<Value, Value> ends = new HashMap<>();
    private final Map<Value, Integer> depths = new HashMap<>();
    private final Map<Integer, List<Operation>> operations = new LinkedHashMap<>();

    private Sections(Graph graph) {
        this.graph = graph;
        this.cuts = graph.sites().stream().map(Site::value).collect(Collectors.toSet());
        cuts.forEach(value -> ends.put(value, value));
        graph.operations().forEach(this::follow);
        cuts.addAll(ends.values());
        graph.inputs().forEach(input -> depths.put(input, 0));
        for (Operation operation : graph.operations()) {
            int depth = operation.inputs().stream().mapToInt(this::depth).max().orElse(0);
            operations.computeIfAbsent(depth, key -> new ArrayList<>()).add(operation);
            operation
                    .outputs()
                    .forEach(value -> depths.put(value, depth + (cuts.contains(value) ? 1 : 0)));
        }
    }

    private void follow(Operation operation) {
        if (operation instanceof Operation.Unary unary && isByChannel(operation)) {
            ends.replaceAll((site, end) -> end.equals(unary.input()) ? unary.output() : end);
        }
    }

    private static boolean isByChannel(Operation operation) {
        return operation instanceof Operation.Pool
                || operation instanceof Operation.GlobalAverage
                || (operation instanceof Operation.Activate each && each.function().value(0) == 0)
                || operation instanceof Operation.Drop;
    }

    /** Cut a graph at its sites. */
    public static Sections of(Graph graph) {
        return new Sections(graph);
    }

    /** Return the sections in order; each reads values of those before it. */
    public List<Graph> graphs() {
        List<Graph> graphs = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            graphs.add(section(operations.getOrDefault(i, List.of())));
        }
        return graphs;
    }

    /** Return what follows from an observed value channel by channel; often the value itself. */
    public Value end(Value observed) {
        return Objects.requireNonNull(ends.get(observed), "not observed");
    }

    /** Return the number of the section before which a value can be changed. */
    public int depth(Value value) {
        Integer depth = depths.get(value);
        if (depth == null) {
            throw new IllegalArgumentException(value + " is not made before it is read");
        }
        return depth;
    }

    private Graph section(List<Operation> own) {
        Set<Value> made = new LinkedHashSet<>();
        Set<Value> read = new LinkedHashSet<>();
        own.forEach(operation -> made.addAll(operation.outputs()));
        own.forEach(operation -> read.addAll(operation.inputs()));
        List<Value> inputs = read.stream().filter(value -> isFromBefore(value, made)).toList();
        List<Value> given = made.stream().filter(value -> isGiven(value, read)).toList();
        return new Graph(
                inputs,
                given.get(given.size() - 1),
                own,
                given.stream().map(Sections::whole).toList(),
                graph.folds());
    }

    private static boolean isFromBefore(Value value, Set<Value> made) {
        return !made.contains(value);
    }

    /** Every value has one reader at most; what no operation here reads is for later ones. */
    private static boolean isGiven(Value value, Set<Value> read) {
        return !read.contains(value);
    }

    private static Site whole(Value value) {
        return new Site(value.name(), value, 0, value.shape().channels());
    }
}
