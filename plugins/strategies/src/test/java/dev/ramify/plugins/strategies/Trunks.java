package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Window;
import java.util.ArrayList;
import java.util.List;

/** Trunks that tests divide. */
final class Trunks {

    private Trunks() {}

    /** Two convolutions of 16 and 32 filters over 3x16x16. */
    static Architecture small() {
        return new Architecture(
                "small",
                new Shape(3, 16, 16),
                List.of(
                        Convolution.same("conv1", 16, 7),
                        Activation.relu("relu1"),
                        Pooling.max("pool1", 2),
                        Convolution.same("conv2", 32, 3),
                        Activation.relu("relu2"),
                        new GlobalAveragePooling("average"),
                        new Dense("logits", 10, true)));
    }

    /** AlexNet in one piece: no convolution is grouped. */
    static Architecture alexNet() {
        return new Architecture(
                "alexnet",
                new Shape(3, 227, 227),
                List.of(
                        Convolution.of("conv1", 96, Window.square(11).withStride(4)),
                        Activation.relu("relu1"),
                        Pooling.max("pool1", Window.square(3).withStride(2)),
                        Convolution.same("conv2", 256, 5),
                        Activation.relu("relu2"),
                        Pooling.max("pool2", Window.square(3).withStride(2)),
                        Convolution.same("conv3", 384, 3),
                        Activation.relu("relu3"),
                        Convolution.same("conv4", 384, 3),
                        Activation.relu("relu4"),
                        Convolution.same("conv5", 256, 3),
                        Activation.relu("relu5"),
                        Pooling.max("pool5", Window.square(3).withStride(2)),
                        new Flatten("flatten"),
                        new Dense("fc6", 4096, true),
                        Activation.relu("relu6"),
                        new Dropout("drop6", 0.5),
                        new Dense("fc7", 4096, true),
                        Activation.relu("relu7"),
                        new Dropout("drop7", 0.5),
                        new Dense("fc8", 1000, true)));
    }

    /**
     * The trunk of ResNeXt-50: ResNet-50 with inner widths of half the outer ones.
     *
     * @param groups of the 3x3 convolutions
     */
    static Architecture resNeXt50(int groups) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(
                Convolution.of("conv1", 64, Window.square(7).withStride(2).withPadding(3))
                        .withBias(false));
        nodes.add(BatchNormalization.named("bn1"));
        nodes.add(Activation.relu("relu1"));
        nodes.add(Pooling.max("pool1", Window.square(3).withStride(2).withPadding(1)));
        int[] depths = {3, 4, 6, 3};
        for (int stage = 0; stage < depths.length; stage++) {
            for (int block = 0; block < depths[stage]; block++) {
                String name = "block%d.%d".formatted(stage + 1, block + 1);
                int stride = block == 0 && stage > 0 ? 2 : 1;
                nodes.add(bottleneck(name, 256 << stage, groups, stride, block == 0));
                nodes.add(Activation.relu(name + "-relu"));
            }
        }
        nodes.add(new GlobalAveragePooling("average"));
        nodes.add(new Dense("logits", 1000, true));
        return new Architecture("resnext50", new Shape(3, 224, 224), nodes);
    }

    static Residual bottleneck(String name, int outer, int groups, int stride, boolean projected) {
        int inner = outer / 2;
        return new Residual(
                name,
                List.of(
                        Convolution.same("conv1", inner, 1).withBias(false),
                        BatchNormalization.named("bn1"),
                        Activation.relu("relu1"),
                        Convolution.of(
                                        "conv2",
                                        inner,
                                        Window.square(3).withStride(stride).withPadding(1))
                                .withGroups(groups)
                                .withBias(false),
                        BatchNormalization.named("bn2"),
                        Activation.relu("relu2"),
                        Convolution.same("conv3", outer, 1).withBias(false),
                        BatchNormalization.named("bn3")),
                projected
                        ? List.of(
                                Convolution.of(
                                                "projection",
                                                outer,
                                                Window.square(1).withStride(stride))
                                        .withBias(false),
                                BatchNormalization.named("projection-bn"))
                        : List.of());
    }
}
