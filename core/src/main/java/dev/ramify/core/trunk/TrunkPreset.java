package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Shape;
import dev.ramify.core.pipeline.binding.ChosenBy;

/**
 * A trunk that is known by name: {@code {preset: small-cnn, kernel: 5}}.
 *
 * <p>A preset is the record of its options. Immutable and thread-safe.
 */
@ChosenBy("preset")
public sealed interface TrunkPreset permits SmallCnn, MiniAlexNet, MiniInception, MiniResNet, Mlp {

    /**
     * Build the trunk.
     *
     * @param input shape of one image
     * @param outputs units of the last dense layer, {@code logits}
     * @throws dev.ramify.api.architecture.ArchitectureException if the image is too small
     */
    Architecture build(Shape input, int outputs);
}
