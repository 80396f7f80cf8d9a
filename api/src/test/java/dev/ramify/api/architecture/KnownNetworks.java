package dev.ramify.api.architecture;

import java.util.ArrayList;
import java.util.List;

/** Networks whose size is published. */
final class KnownNetworks {

    private KnownNetworks() {}

    /** AlexNet as trained with Caffe: two groups in conv2, conv4 and conv5. */
    static Architecture alexNet() {
        return new Architecture(
                "alexnet",
                new Shape(3, 227, 227),
                List.of(
                        Convolution.of("conv1", 96, Window.square(11).withStride(4)),
                        Activation.relu("relu1"),
                        Pooling.max("pool1", Window.square(3).withStride(2)),
                        Convolution.same("conv2", 256, 5).withGroups(2),
                        Activation.relu("relu2"),
                        Pooling.max("pool2", Window.square(3).withStride(2)),
                        Convolution.same("conv3", 384, 3),
                        Activation.relu("relu3"),
                        Convolution.same("conv4", 384, 3).withGroups(2),
                        Activation.relu("relu4"),
                        Convolution.same("conv5", 256, 3).withGroups(2),
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

    /** ResNet-50 with the stride in the 3x3 convolution. */
    static Architecture resNet50() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(
                Convolution.of("conv1", 64, Window.square(7).withStride(2).withPadding(3))
                        .withBias(false));
        nodes.add(BatchNormalization.named("bn1"));
        nodes.add(Activation.relu("relu1"));
        nodes.add(Pooling.max("pool1", Window.square(3).withStride(2).withPadding(1)));
        int[] depths = {3, 4, 6, 3};
        for (int stage = 0; stage < 4; stage++) {
            for (int block = 0; block < depths[stage]; block++) {
                String name = "block%d.%d".formatted(stage + 1, block + 1);
                int stride = block == 0 && stage > 0 ? 2 : 1;
                nodes.add(bottleneck(name, 64 << stage, stride, block == 0));
                nodes.add(Activation.relu(name + "-relu"));
            }
        }
        nodes.add(new GlobalAveragePooling("average"));
        nodes.add(new Dense("logits", 1000, true));
        return new Architecture("resnet50", new Shape(3, 224, 224), nodes);
    }

    private static Residual bottleneck(String name, int inner, int stride, boolean projected) {
        List<Node> body =
                List.of(
                        Convolution.same("conv1", inner, 1).withBias(false),
                        BatchNormalization.named("bn1"),
                        Activation.relu("relu1"),
                        Convolution.of(
                                        "conv2",
                                        inner,
                                        Window.square(3).withStride(stride).withPadding(1))
                                .withBias(false),
                        BatchNormalization.named("bn2"),
                        Activation.relu("relu2"),
                        Convolution.same("conv3", 4 * inner, 1).withBias(false),
                        BatchNormalization.named("bn3"));
        List<Node> shortcut =
                projected
                        ? List.of(
                                Convolution.of(
                                                "projection",
                                                4 * inner,
                                                Window.square(1).withStride(stride))
                                        .withBias(false),
                                BatchNormalization.named("projection-bn"))
                        : List.of();
        return new Residual(name, body, shortcut);
    }
}
