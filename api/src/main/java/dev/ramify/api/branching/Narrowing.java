package dev.ramify.api.branching;

import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Node;
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
        if (node instanceof Convolution convolution) {
            return convolution(convolution, input);
        }
        if (node instanceof WeightedLayer layer) {
            return layer.withUnits(units.applyAsInt(layer));
        }
        if (node instanceof Sequence sequence) {
            return new Sequence(sequence.name(), apply(sequence.nodes(), input));
        }
        if (node instanceof Branches branches) {
            return branches(branches, input);
        }
        if (node instanceof Residual residual) {
            return residual(residual, input);
        }
        return node;
    }

    private Convolution convolution(Convolution layer, Shapes input) {
        int groups = groups(layer, input.whole().channels(), input.narrow().channels());
        return new Convolution(
                layer.name(),
                units.applyAsInt(layer),
                layer.kernel(),
                layer.stride(),
                layer.padding(),
                groups,
                layer.bias());
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

    private Branches branches(Branches branches, Shapes input) {
        Shapes seen =
                new Shapes(
                        branches.branchInput(input.whole()), branches.branchInput(input.narrow()));
        List<Branch> copies =
                branches.branches().stream()
                        .map(branch -> new Branch(branch.name(), apply(branch.nodes(), seen)))
                        .toList();
        return new Branches(branches.name(), copies, branches.merge(), branches.input());
    }

    private Residual residual(Residual residual, Shapes input) {
        Residual copy =
                new Residual(
                        residual.name(),
                        apply(residual.body(), input),
                        apply(residual.shortcut(), input));
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
