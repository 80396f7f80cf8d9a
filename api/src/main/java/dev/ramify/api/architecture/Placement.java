package dev.ramify.api.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks a tree, giving each layer its path, branch and shapes, and refuses ambiguous names. */
final class Placement {

    private final List<PlacedLayer> placed = new ArrayList<>();
    private final Map<String, String> pathOfKey = new HashMap<>();
    private final Set<String> containers = new HashSet<>();

    private Placement() {}

    static List<PlacedLayer> place(Shape input, List<Node> nodes) {
        Placement placement = new Placement();
        placement.nodes(nodes, input, "", "");
        return List.copyOf(placement.placed);
    }

    private Shape nodes(List<Node> nodes, Shape input, String scope, String branch) {
        Shape shape = input;
        for (Node node : nodes) {
            shape = node(node, shape, scope, branch);
        }
        return shape;
    }

    private Shape node(Node node, Shape input, String scope, String branch) {
        if (node instanceof Layer layer) {
            return layer(layer, input, scope, branch);
        }
        if (node instanceof Sequence sequence) {
            return nodes(sequence.nodes(), input, scope, branch);
        }
        String path = join(scope, node.name());
        if (!containers.add(path)) {
            throw new ArchitectureException(
                    path, "the name is used twice; give one of them another name");
        }
        if (node instanceof Residual residual) {
            return residual(residual, input, path, branch);
        }
        return branches((Branches) node, input, path, branch);
    }

    private Shape layer(Layer layer, Shape input, String scope, String branch) {
        String path = join(scope, layer.name());
        Shape output = located(scope, () -> layer.output(input));
        String earlier = pathOfKey.putIfAbsent(join(branch, layer.name()), path);
        if (earlier != null) {
            throw new ArchitectureException(
                    path,
                    earlier.equals(path)
                            ? "the name is used twice; give one of them another name"
                            : "the layer '%s' of the same name lies in a branch of the same name; give one of them another name"
                                    .formatted(earlier));
        }
        placed.add(new PlacedLayer(path, branch, layer, input, output));
        return output;
    }

    private Shape residual(Residual residual, Shape input, String path, String branch) {
        String inside = join(branch, residual.name());
        nodes(residual.body(), input, path, inside);
        nodes(residual.shortcut(), input, path, inside);
        return located(parent(path), () -> residual.output(input));
    }

    private Shape branches(Branches branches, Shape input, String path, String branch) {
        Shape output = located(parent(path), () -> branches.output(input));
        Shape seen = branches.branchInput(input);
        for (Branch each : branches.branches()) {
            nodes(each.nodes(), seen, join(path, each.name()), join(branch, each.name()));
        }
        return output;
    }

    private static <T> T located(String scope, java.util.function.Supplier<T> inference) {
        return scope.isEmpty() ? inference.get() : ArchitectureException.within(scope, inference);
    }

    private static String join(String scope, String name) {
        return scope.isEmpty() ? name : scope + "/" + name;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
