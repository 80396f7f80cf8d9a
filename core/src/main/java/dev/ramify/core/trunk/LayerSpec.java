package dev.ramify.core.trunk;

import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import dev.ramify.core.pipeline.binding.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer or block written in the pipeline: {@code conv: {name: conv1, filters: 32}}, or {@code
 * relu} where the defaults will do.
 *
 * <p>What has units or parts has a name; for the rest a missing name is made of the kind and a
 * running number: {@code relu1}, {@code pool1}, {@code bn1}. Equal names in different branches are
 * parts of one layer.
 */
@Keyed
public sealed interface LayerSpec permits LayerSpec.Simple, BranchesSpec, ResidualSpec {

    /** Return the name that is written, if any. */
    @Nullable String name();

    /** Return the lists of layers that this one holds. */
    List<List<LayerSpec>> parts();

    /**
     * Make the node.
     *
     * @throws dev.ramify.api.architecture.ArchitectureException if it cannot exist
     */
    Node node(LayerNames names);

    /** A layer without parts. */
    sealed interface Simple extends LayerSpec {

        @Override
        default List<List<LayerSpec>> parts() {
            return List.of();
        }
    }

    /** A convolution. */
    @Choice(value = "conv", summary = "a two-dimensional convolution with a square kernel")
    record Conv(
            @Option(value = "name of the layer", example = "conv1") String name,
            @Option(value = "number of filters", min = 1, example = "32") int filters,
            @Option(value = "side of the kernel in pixels", defaultValue = "3", min = 1) int kernel,
            @Option(value = "step in pixels", defaultValue = "1", min = 1) int stride,
            @Option(value = "zeros on every side in pixels; half the kernel if missing", min = 0)
                    @Nullable Integer padding,
            @Option(value = "number of channel groups", defaultValue = "1", min = 1) int groups,
            @Option(value = "whether each filter has a bias", defaultValue = "true") boolean bias)
            implements Simple {

        @Override
        public Node node(LayerNames names) {
            int border = padding == null ? kernel / 2 : padding;
            return new Convolution(name, filters, kernel, stride, border, groups, bias);
        }
    }

    /** A dense layer. */
    @Choice(value = "dense", summary = "a fully connected layer over a vector")
    record Dense(
            @Option(value = "name of the layer", example = "dense1") String name,
            @Option(value = "number of units", min = 1, example = "128") int units,
            @Option(value = "whether each unit has a bias", defaultValue = "true") boolean bias)
            implements Simple {

        @Override
        public Node node(LayerNames names) {
            return new dev.ramify.api.architecture.Dense(name, units, bias);
        }
    }

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
            implements Simple {

        @Override
        public Node node(LayerNames names) {
            return new BatchNormalization(names.orNext(name, "bn"), momentum, epsilon);
        }
    }

    /** The rectifier. */
    @Choice(value = "relu", summary = "the rectifier, max(0, x)")
    record Relu(@Option("name of the layer") @Nullable String name) implements Simple {

        @Override
        public Node node(LayerNames names) {
            return new dev.ramify.api.architecture.Relu(names.orNext(name, "relu"));
        }
    }

    /** The maximum over windows. */
    @Choice(value = "max-pool", summary = "the maximum over square windows")
    record MaxPool(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "side of the window in pixels", defaultValue = "2", min = 1) int window,
            @Option(value = "step in pixels; the window's side if missing", min = 1)
                    @Nullable Integer stride,
            @Option(value = "pixels added on every side", defaultValue = "0", min = 0) int padding)
            implements Simple {

        @Override
        public Node node(LayerNames names) {
            int step = stride == null ? window : stride;
            String known = names.orNext(name, "pool");
            return new Pooling(known, Pooling.Kind.MAX, window, step, padding);
        }
    }

    /** The mean over windows. */
    @Choice(value = "average-pool", summary = "the mean over square windows")
    record AveragePool(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "side of the window in pixels", defaultValue = "2", min = 1) int window,
            @Option(value = "step in pixels; the window's side if missing", min = 1)
                    @Nullable Integer stride,
            @Option(value = "pixels added on every side", defaultValue = "0", min = 0) int padding)
            implements Simple {

        @Override
        public Node node(LayerNames names) {
            int step = stride == null ? window : stride;
            String known = names.orNext(name, "pool");
            return new Pooling(known, Pooling.Kind.AVERAGE, window, step, padding);
        }
    }

    /** The mean of each map. */
    @Choice(value = "global-average-pool", summary = "the mean of each map, giving a vector")
    record GlobalAveragePool(@Option("name of the layer") @Nullable String name) implements Simple {

        @Override
        public Node node(LayerNames names) {
            return new GlobalAveragePooling(names.orNext(name, "average"));
        }
    }

    /** Dropout of single values. */
    @Choice(value = "dropout", summary = "dropout of single values while training")
    record Dropout(
            @Option("name of the layer") @Nullable String name,
            @Option(
                            value = "probability that a value is set to zero, below 1",
                            defaultValue = "0.5",
                            min = 0,
                            max = 1)
                    double rate)
            implements Simple {

        @Override
        public Node node(LayerNames names) {
            return new dev.ramify.api.architecture.Dropout(names.orNext(name, "drop"), rate);
        }
    }

    /** Maps as a vector. */
    @Choice(value = "flatten", summary = "all values of the maps as one vector")
    record Flatten(@Option("name of the layer") @Nullable String name) implements Simple {

        @Override
        public Node node(LayerNames names) {
            return new dev.ramify.api.architecture.Flatten(names.orNext(name, "flatten"));
        }
    }

    /** The shuffle of ShuffleNet. */
    @Choice(value = "channel-shuffle", summary = "deals the channels of each group out to all")
    record ChannelShuffle(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "number of channel groups", min = 1, example = "4") int groups)
            implements Simple {

        @Override
        public Node node(LayerNames names) {
            String known = names.orNext(name, "shuffle");
            return new dev.ramify.api.architecture.ChannelShuffle(known, groups);
        }
    }
}
