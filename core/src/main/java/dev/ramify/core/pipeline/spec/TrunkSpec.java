package dev.ramify.core.pipeline.spec;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Inline;
import dev.ramify.core.trunk.LayerSpec;
import dev.ramify.core.trunk.TrunkPreset;
import dev.ramify.core.trunk.WrittenTrunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network before it is branched: a preset, or layers. */
public record TrunkSpec(
        @Option("a ready-made trunk") @Inline @Nullable TrunkPreset preset,
        @Option(
                        value =
                                "the layers in order, instead of a preset; the last dense layer, `logits`, is added",
                        example = "[conv: {name: conv1, filters: 32, kernel: 5}, relu]")
                @Nullable List<LayerSpec> layers) {

    public TrunkSpec {
        if ((preset == null) == (layers == null)) {
            throw new InvalidOptionException(
                    "layers",
                    preset == null
                            ? "a trunk needs a `preset` or `layers`, found neither"
                            : "a trunk has a `preset` or `layers`, found both; remove one");
        }
        layers = layers == null ? null : List.copyOf(layers);
    }

    /**
     * Build the trunk.
     *
     * @throws dev.ramify.api.architecture.ArchitectureException if the layers do not fit
     */
    public Architecture build(Shape input, int outputs) {
        if (preset != null) {
            return preset.build(input, outputs);
        }
        return new WrittenTrunk(layers == null ? List.of() : layers).build(input, outputs);
    }
}
