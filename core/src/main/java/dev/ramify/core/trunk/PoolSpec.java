package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maxima and means over windows. */
public sealed interface PoolSpec extends LayerSpec.Simple {

    /** The maximum over windows. */
    @Choice(value = "max-pool", summary = "the maximum over windows")
    record MaxPool(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "height of the window in pixels", defaultValue = "2", min = 1)
                    int window,
            @Option(value = "width of the window in pixels; its height if missing", min = 1)
                    @Nullable Integer windowWidth,
            @Option(value = "step in pixels; the window's height if missing", min = 1)
                    @Nullable Integer stride,
            @Option(
                            value =
                                    "step from column to column; as from row to row if missing, or the window's width if that is missing too",
                            min = 1)
                    @Nullable Integer strideWidth,
            @Option(
                            value = "distance between the pixels that a window looks at",
                            defaultValue = "1",
                            min = 1)
                    int dilation,
            @Option(value = "pixels added on every side", defaultValue = "0", min = 0) int padding,
            @Option(
                            value =
                                    "pixels added above, left, below and right, in place of `padding`",
                            min = 0,
                            example = "[0, 0, 1, 1]")
                    @Nullable List<Integer> margins,
            @Option(
                            value =
                                    "whether a last window that does not fit wholly is left out or padded",
                            defaultValue = "floor")
                    Window.Rounding rounding)
            implements PoolSpec {

        @Override
        public Node node(LayerNames names) {
            String known = names.orNext(name, "pool");
            Window padded =
                    WindowSpec.padded(
                            known,
                            WindowSpec.ofPool(
                                            window,
                                            windowWidth,
                                            stride,
                                            strideWidth,
                                            dilation,
                                            rounding)
                                    .window(),
                            padding,
                            margins);
            return Pooling.max(known, padded);
        }
    }

    /** The mean over windows. */
    @Choice(value = "average-pool", summary = "the mean over windows")
    record AveragePool(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "height of the window in pixels", defaultValue = "2", min = 1)
                    int window,
            @Option(value = "width of the window in pixels; its height if missing", min = 1)
                    @Nullable Integer windowWidth,
            @Option(value = "step in pixels; the window's height if missing", min = 1)
                    @Nullable Integer stride,
            @Option(
                            value =
                                    "step from column to column; as from row to row if missing, or the window's width if that is missing too",
                            min = 1)
                    @Nullable Integer strideWidth,
            @Option(
                            value = "distance between the pixels that a window looks at",
                            defaultValue = "1",
                            min = 1)
                    int dilation,
            @Option(value = "pixels added on every side", defaultValue = "0", min = 0) int padding,
            @Option(
                            value =
                                    "pixels added above, left, below and right, in place of `padding`",
                            min = 0,
                            example = "[0, 0, 1, 1]")
                    @Nullable List<Integer> margins,
            @Option(
                            value =
                                    "whether a last window that does not fit wholly is left out or padded",
                            defaultValue = "floor")
                    Window.Rounding rounding,
            @Option(
                            value = "whether zeros that are added count in the mean",
                            defaultValue = "false")
                    boolean countPadding)
            implements PoolSpec {

        @Override
        public Node node(LayerNames names) {
            String known = names.orNext(name, "pool");
            Window padded =
                    WindowSpec.padded(
                            known,
                            WindowSpec.ofPool(
                                            window,
                                            windowWidth,
                                            stride,
                                            strideWidth,
                                            dilation,
                                            rounding)
                                    .window(),
                            padding,
                            margins);
            return Pooling.average(known, padded).withPaddingCounted(countPadding);
        }
    }
}
