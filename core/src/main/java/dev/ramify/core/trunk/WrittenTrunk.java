package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.InvalidOptionException;
import java.util.List;

/**
 * A trunk whose layers are written in the pipeline; the last dense layer, {@code logits}, is added.
 *
 * @param layers in order
 */
public record WrittenTrunk(List<LayerSpec> layers) {

    public WrittenTrunk {
        layers = List.copyOf(layers);
    }

    /**
     * Build the trunk.
     *
     * @param input shape of one image
     * @param outputs units of {@code logits}
     * @throws InvalidOptionException for {@code layers} if one of them is named {@code logits}
     * @throws dev.ramify.api.architecture.ArchitectureException if the layers do not fit
     */
    public Architecture build(Shape input, int outputs) {
        LayerNames names = new LayerNames(layers);
        if (names.contains(Stack.LOGITS)) {
            throw new InvalidOptionException(
                    "layers",
                    "the name 'logits' is kept for the last dense layer, which is added with as many units as the task has outputs; remove yours or give it another name");
        }
        Stack stack = new Stack(false);
        LayerNodes.of(layers, names, "").forEach(stack::add);
        return stack.build("trunk", input, outputs);
    }
}
