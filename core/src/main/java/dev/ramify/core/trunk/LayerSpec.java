package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Window;
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
    sealed interface Simple extends LayerSpec
            permits Conv,
                    Dense,
                    GlobalAveragePool,
                    Flatten,
                    PoolSpec,
                    NormalizationSpec,
                    ActivationSpec,
                    DropoutSpec,
                    ChannelOrderSpec {

        @Override
        default List<List<LayerSpec>> parts() {
            return List.of();
        }
    }

    /** A convolution. */
    @Choice(value = "conv", summary = "a two-dimensional convolution")
    record Conv(
            @Option(value = "name of the layer", example = "conv1") String name,
            @Option(value = "number of filters", min = 1, example = "32") int filters,
            @Option(value = "height of the kernel in pixels", defaultValue = "3", min = 1)
                    int kernel,
            @Option(value = "width of the kernel in pixels; its height if missing", min = 1)
                    @Nullable Integer kernelWidth,
            @Option(value = "step in pixels", defaultValue = "1", min = 1) int stride,
            @Option(value = "step from column to column; as from row to row if missing", min = 1)
                    @Nullable Integer strideWidth,
            @Option(
                            value = "distance between the pixels that a kernel looks at",
                            defaultValue = "1",
                            min = 1)
                    int dilation,
            @Option(
                            value =
                                    "zeros on every side in pixels; half of what the kernel spans if missing",
                            min = 0)
                    @Nullable Integer padding,
            @Option(
                            value = "zeros above, left, below and right, in place of `padding`",
                            min = 0,
                            example = "[0, 0, 1, 1]")
                    @Nullable List<Integer> margins,
            @Option(
                            value =
                                    "whether a last kernel that does not fit wholly is left out or padded",
                            defaultValue = "floor")
                    Window.Rounding rounding,
            @Option(value = "number of channel groups", defaultValue = "1", min = 1) int groups,
            @Option(value = "whether each filter has a bias", defaultValue = "true") boolean bias)
            implements Simple {

        @Override
        public Node node(LayerNames names) {
            Window window =
                    new WindowSpec(kernel, kernelWidth, stride, strideWidth, dilation, rounding)
                            .window();
            return new Convolution(
                    name, filters, WindowSpec.padded(name, window, padding, margins), groups, bias);
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

    /** The mean of each map. */
    @Choice(value = "global-average-pool", summary = "the mean of each map, giving a vector")
    record GlobalAveragePool(@Option("name of the layer") @Nullable String name) implements Simple {

        @Override
        public Node node(LayerNames names) {
            return new GlobalAveragePooling(names.orNext(name, "average"));
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
}
