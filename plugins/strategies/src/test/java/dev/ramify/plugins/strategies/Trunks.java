package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Relu;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
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
                        new Relu("relu1"),
                        Pooling.max("pool1", 2),
                        Convolution.same("conv2", 32, 3),
                        new Relu("relu2"),
                        new GlobalAveragePooling("average"),
                        new Dense("logits", 10, true)));
    }

    /** AlexNet in one piece: no convolution is grouped. */
    static Architecture alexNet() {
        return new Architecture(
                "alexnet",
                new Shape(3, 227, 227),
                List.of(
                        new Convolution("conv1", 96, 11, 4, 0, 1, true),
                        new Relu("relu1"),
                        new Pooling("pool1", Pooling.Kind.MAX, 3, 2, 0),
                        Convolution.same("conv2", 256, 5),
                        new Relu("relu2"),
                        new Pooling("pool2", Pooling.Kind.MAX, 3, 2, 0),
                        Convolution.same("conv3", 384, 3),
                        new Relu("relu3"),
                        Convolution.same("conv4", 384, 3),
                        new Relu("relu4"),
                        Convolution.same("conv5", 256, 3),
                        new Relu("relu5"),
                        new Pooling("pool5", Pooling.Kind.MAX, 3, 2, 0),
                        new Flatten("flatten"),
                        new Dense("fc6", 4096, true),
                        new Relu("relu6"),
                        new Dropout("drop6", 0.5),
                        new Dense("fc7", 4096, true),
                        new Relu("relu7"),
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
        nodes.add(new Convolution("conv1", 64, 7, 2, 3, 1, false));
        nodes.add(BatchNormalization.named("bn1"));
        nodes.add(new Relu("relu1"));
        nodes.add(new Pooling("pool1", Pooling.Kind.MAX, 3, 2, 1));
        int[] depths = {3, 4, 6, 3};
        for (int stage = 0; stage < depths.length; stage++) {
            for (int block = 0; block < depths[stage]; block++) {
                String name = "block%d.%d".formatted(stage + 1, block + 1);
                int stride = block == 0 && stage > 0 ? 2 : 1;
                nodes.add(bottleneck(name, 256 << stage, groups, stride, block == 0));
                nodes.add(new Relu(name + "-relu"));
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
                        new Convolution("conv1", inner, 1, 1, 0, 1, false),
                        BatchNormalization.named("bn1"),
                        new Relu("relu1"),
                        new Convolution("conv2", inner, 3, stride, 1, groups, false),
                        BatchNormalization.named("bn2"),
                        new Relu("relu2"),
                        new Convolution("conv3", outer, 1, 1, 0, 1, false),
                        BatchNormalization.named("bn3")),
                projected
                        ? List.of(
                                new Convolution("projection", outer, 1, stride, 0, 1, false),
                                BatchNormalization.named("projection-bn"))
                        : List.of());
    }
}
