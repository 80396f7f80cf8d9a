package dev.ramify.api.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Walks a tree, giving each layer its path, branch and shapes. */
final class Placement {

    private final List<PlacedLayer> placed = new ArrayList<>();

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
        return node.accept(
                new NodeVisitor<Shape>() {
                    @Override
                    public Shape layer(Layer layer) {
                        return Placement.this.layer(layer, input, scope, branch);
                    }

                    @Override
                    public Shape sequence(Sequence sequence) {
                        return nodes(sequence.nodes(), input, scope, branch);
                    }

                    @Override
                    public Shape residual(Residual residual) {
                        return Placement.this.residual(residual, input, scope, branch);
                    }

                    @Override
                    public Shape branches(Branches branches) {
                        return Placement.this.branches(branches, input, scope, branch);
                    }
                });
    }

    private Shape layer(Layer layer, Shape input, String scope, String branch) {
        Shape output = located(scope, () -> layer.output(input));
        String path = Names.join(scope, layer.name());
        placed.add(new PlacedLayer(path, branch, layer, input, output));
        return output;
    }

    private Shape residual(Residual residual, Shape input, String scope, String branch) {
        Shape output = located(scope, () -> residual.output(input));
        String path = Names.join(scope, residual.name());
        String inside = Names.join(branch, residual.name());
        nodes(residual.body(), input, path, inside);
        nodes(residual.shortcut(), input, path, inside);
        return output;
    }

    private Shape branches(Branches branches, Shape input, String scope, String branch) {
        Shape output = located(scope, () -> branches.output(input));
        String path = Names.join(scope, branches.name());
        Shape seen = branches.branchInput(input);
        for (Branch each : branches.branches()) {
            nodes(
                    each.nodes(),
                    seen,
                    Names.join(path, each.name()),
                    Names.join(branch, each.name()));
        }
        return output;
    }

    private static <T> T located(String scope, Supplier<T> inference) {
        return scope.isEmpty() ? inference.get() : ArchitectureException.within(scope, inference);
    }
}
