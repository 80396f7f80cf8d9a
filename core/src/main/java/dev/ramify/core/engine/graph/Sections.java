package dev.ramify.core.engine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts a graph behind the values where layers are observed, so that these can be changed on the
 * way.
 *
 * <p>An operation belongs to the section of the deepest value that it depends on: the first section
 * depends on no observed value, the second on those that the first one gives, and so on. Most
 * layers make two sections; one whose parts follow on each other makes more.
 */
public final class Sections {

    private final Graph graph;
    private final Set<Value> cuts;
    private final Map<Value, Integer> depths = new HashMap<>();
    private final Map<Integer, List<Operation>> operations = new LinkedHashMap<>();

    private Sections(Graph graph) {
        this.graph = graph;
        this.cuts = graph.sites().stream().map(Site::value).collect(Collectors.toSet());
        graph.inputs().forEach(input -> depths.put(input, 0));
        for (Operation operation : graph.operations()) {
            int depth = operation.inputs().stream().mapToInt(this::depth).max().orElse(0);
            operations.computeIfAbsent(depth, key -> new ArrayList<>()).add(operation);
            operation
                    .outputs()
                    .forEach(value -> depths.put(value, depth + (cuts.contains(value) ? 1 : 0)));
        }
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
