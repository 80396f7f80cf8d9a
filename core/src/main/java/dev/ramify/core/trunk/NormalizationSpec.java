package dev.ramify.core.trunk;

import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.LocalResponseNormalization;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import org.jspecify.annotations.Nullable;

/** Normalizations, and a scale and shift. */
public sealed interface NormalizationSpec extends LayerSpec.Simple {

    /** Batch normalization. */
    @Choice(value = "batch-norm", summary = "batch normalization of each channel")
    record BatchNorm(
            @Option("name of the layer") @Nullable String name,
            @Option(
                            value = "weight of the newest batch in the running statistics, above 0",
                            defaultValue = "0.1",
                            min = 0,
                            max = 1)
                    double momentum,
            @Option(value = "added to the variance, above 0", defaultValue = "1e-5", min = 0)
                    double epsilon)
            implements NormalizationSpec {

        @Override
        public Node node(LayerNames names) {
            return new BatchNormalization(names.orNext(name, "bn"), momentum, epsilon);
        }
    }

    /** Local response normalization. */
    @Choice(value = "lrn", summary = "local response normalization across channels, as in AlexNet")
    record LocalResponse(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "number of channels that are summed", defaultValue = "5", min = 1)
                    int size,
            @Option(
                            value = "weight of the mean square of these channels",
                            defaultValue = "1e-4",
                            min = 0)
                    double alpha,
            @Option(value = "exponent, above 0", defaultValue = "0.75", min = 0) double beta,
            @Option(value = "added to the mean square, above 0", defaultValue = "1", min = 0)
                    double k)
            implements NormalizationSpec {

        @Override
        public Node node(LayerNames names) {
            return new LocalResponseNormalization(names.orNext(name, "lrn"), size, alpha, beta, k);
        }
    }

    /** A trained scale and shift. */
    @Choice(value = "scale-shift", summary = "a trained scale and shift of each channel")
    record ScaleShift(@Option("name of the layer") @Nullable String name)
            implements NormalizationSpec {

        @Override
        public Node node(LayerNames names) {
            return new dev.ramify.api.architecture.ScaleShift(names.orNext(name, "scale"));
        }
    }
}
