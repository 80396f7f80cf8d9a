package dev.ramify.api.branching;

import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.NodeVisitor;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Gives the weighted layers of a tree other widths, following the shapes before and after. */
final class Narrowing {

    private final ToIntFunction<WeightedLayer> units;

    Narrowing(ToIntFunction<WeightedLayer> units) {
        this.units = units;
    }

    /**
     * What a node sees.
     *
     * @param whole in the original
     * @param narrow in the narrower copy
     */
    record Shapes(Shape whole, Shape narrow) {

        Shapes after(Node original, Node copy) {
            return new Shapes(original.output(whole), copy.output(narrow));
        }
    }

    List<Node> apply(List<? extends Node> nodes, Shapes input) {
        List<Node> copies = new ArrayList<>();
        Shapes shapes = input;
        for (Node node : nodes) {
            Node copy = apply(node, shapes);
            copies.add(copy);
            shapes = shapes.after(node, copy);
        }
        return copies;
    }

    private Node apply(Node node, Shapes input) {
        return node.accept(
                new NodeVisitor<Node>() {
                    @Override
                    public Node layer(Layer layer) {
                        return narrow(layer, input);
                    }

                    @Override
                    public Node sequence(Sequence sequence) {
                        return sequence.withNodes(apply(sequence.nodes(), input));
                    }

                    @Override
                    public Node residual(Residual residual) {
                        return narrow(residual, input);
                    }

                    @Override
                    public Node branches(Branches branches) {
                        return narrow(branches, input);
                    }
                });
    }

    private Layer narrow(Layer layer, Shapes input) {
        if (layer instanceof Convolution convolution) {
            int groups = groups(convolution, input.whole().channels(), input.narrow().channels());
            int filters = units.applyAsInt(convolution);
            return convolution.withGroups(1).withUnits(filters).withGroups(groups);
        }
        return layer instanceof WeightedLayer weighted
                ? weighted.withUnits(units.applyAsInt(weighted))
                : layer;
    }

    private static int groups(Convolution layer, int whole, int narrow) {
        int perGroup = whole / layer.groups();
        if (narrow <= perGroup) {
            return 1;
        }
        if (narrow % perGroup != 0) {
            throw new ArchitectureException(
                    layer.name(),
                    "its %d groups of %d input channels cannot be kept in a branch that sees %d of %d channels"
                            .formatted(layer.groups(), perGroup, narrow, whole));
        }
        return narrow / perGroup;
    }

    private Branches narrow(Branches branches, Shapes input) {
        Shapes seen =
                new Shapes(
                        branches.branchInput(input.whole()), branches.branchInput(input.narrow()));
        return branches.withBranches(
                branches.branches().stream()
                        .map(branch -> branch.withNodes(apply(branch.nodes(), seen)))
                        .toList());
    }

    private Residual narrow(Residual residual, Shapes input) {
        Residual copy =
                residual.withParts(
                        apply(residual.body(), input), apply(residual.shortcut(), input));
        Shape body = new Sequence(copy.name(), copy.body()).output(input.narrow());
        Shape shortcut = new Sequence(copy.name(), copy.shortcut()).output(input.narrow());
        if (!body.equals(shortcut)) {
            throw new InvalidOptionException(
                    "from",
                    "the residual block '%s' cannot be divided where the range starts: in a branch its body gives %s but its shortcut, which has no units to divide, gives %s; start the range at the layer before it"
                            .formatted(residual.name(), body, shortcut));
        }
        return copy;
    }
}
