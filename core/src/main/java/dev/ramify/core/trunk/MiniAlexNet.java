package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;

/**
 * AlexNet (Krizhevsky, Sutskever and Hinton 2012) for small images, undivided: {@code conv1 pool1
 * conv2 pool2 conv3 conv4 conv5 pool5 fc6 fc7 logits}, rectified, without local response
 * normalization. Its two columns are {@code columns} from {@code conv1} to {@code pool2} and from
 * {@code conv3} to {@code pool5}.
 *
 * @param filters of the five convolutions
 * @param kernel of the first convolution; the second has 5x5, the others 3x3
 * @param dense units of {@code fc6} and {@code fc7}
 * @param dropout rate after {@code fc6} and {@code fc7}; 0 leaves it out
 */
@Choice(
        value = "mini-alexnet",
        summary = "AlexNet for small images: five convolutions and two dense layers")
public record MiniAlexNet(
        @Option(
                        value = "filters of the five convolutions",
                        defaultValue = "[32, 64, 96, 96, 64]",
                        min = 1)
                List<Integer> filters,
        @Option(
                        value = "side of the first convolution's kernel in pixels, odd",
                        defaultValue = "7",
                        min = 1,
                        example = "5")
                int kernel,
        @Option(value = "units of both dense layers", defaultValue = "256", min = 1) int dense,
        @Option(
                        value = "rate of dropout after both dense layers, below 1",
                        defaultValue = "0.5",
                        min = 0,
                        max = 1)
                double dropout)
        implements TrunkPreset {

    private static final int CONVOLUTIONS = 5;

    public MiniAlexNet {
        filters = Require.widths("filters", filters);
        if (filters.size() != CONVOLUTIONS) {
            throw new InvalidOptionException(
                    "filters", "needs a width for each of conv1 to conv5, found " + filters);
        }
        Require.oddKernel("kernel", kernel);
        Require.atLeastOne("dense", dense);
        Require.rate("dropout", dropout);
    }

    @Override
    public Architecture build(Shape input, int outputs) {
        Stack stack = new Stack(false);
        for (int i = 1; i <= CONVOLUTIONS; i++) {
            stack.numbered(i, filters.get(i - 1), i == 1 ? kernel : i == 2 ? 5 : 3);
            if (i <= 2 || i == CONVOLUTIONS) {
                stack.add(Pooling.max("pool" + i, Window.square(3).withStride(2)));
            }
        }
        stack.add(new Flatten("flatten"));
        for (int i = CONVOLUTIONS + 1; i <= CONVOLUTIONS + 2; i++) {
            stack.add(new Dense("fc" + i, dense, true)).add(Activation.relu("relu" + i));
            if (dropout > 0) {
                stack.add(new Dropout("drop" + i, dropout));
            }
        }
        return stack.build("mini-alexnet", input, outputs);
    }
}
