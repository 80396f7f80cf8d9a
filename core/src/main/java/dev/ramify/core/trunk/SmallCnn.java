package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;

/**
 * A few convolutions, the first with a kernel large enough to show colour and frequency: {@code
 * conv1 relu1 pool1 conv2 relu2 pool2 conv3 relu3 average logits}.
 *
 * @param filters of each convolution; there is a pooling layer between two
 * @param kernel of the first convolution; the others have 3x3
 * @param batchNormalization whether convolutions are followed by {@code bn1}, {@code bn2} ...
 * @param head how maps become a vector
 */
@Choice(
        value = "small-cnn",
        summary = "a few convolutions, the first with a large kernel, as small as shows branches")
public record SmallCnn(
        @Option(value = "filters of each convolution", defaultValue = "[32, 32, 64]", min = 1)
                List<Integer> filters,
        @Option(
                        value = "side of the first convolution's kernel in pixels, odd",
                        defaultValue = "7",
                        min = 1,
                        example = "5")
                int kernel,
        @Option(value = "whether convolutions are batch-normalized", defaultValue = "false")
                boolean batchNormalization,
        @Option(value = "how the last maps become a vector", defaultValue = "average") Head head)
        implements TrunkPreset {

    /** How maps become a vector. */
    public enum Head {
        /** The mean of each map. */
        AVERAGE,
        /** All values. */
        FLATTEN
    }

    public SmallCnn {
        filters = Require.widths("filters", filters);
        Require.oddKernel("kernel", kernel);
    }

    @Override
    public Architecture build(Shape input, int outputs) {
        Stack stack = new Stack(batchNormalization);
        for (int i = 1; i <= filters.size(); i++) {
            if (i > 1) {
                stack.add(Pooling.max("pool" + (i - 1), 2));
            }
            stack.numbered(i, filters.get(i - 1), i == 1 ? kernel : 3);
        }
        stack.add(
                head == Head.AVERAGE
                        ? new GlobalAveragePooling("average")
                        : new Flatten("flatten"));
        return stack.build("small-cnn", input, outputs);
    }
}
