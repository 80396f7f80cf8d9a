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
                        new Convolution("conv1", 96, 11, 4, 0, 1, true),
                        new Relu("relu1"),
                        new Pooling("pool1", Pooling.Kind.MAX, 3, 2, 0),
                        new Convolution("conv2", 256, 5, 1, 2, 2, true),
                        new Relu("relu2"),
                        new Pooling("pool2", Pooling.Kind.MAX, 3, 2, 0),
                        Convolution.same("conv3", 384, 3),
                        new Relu("relu3"),
                        new Convolution("conv4", 384, 3, 1, 1, 2, true),
                        new Relu("relu4"),
                        new Convolution("conv5", 256, 3, 1, 1, 2, true),
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

    /** ResNet-50 with the stride in the 3x3 convolution. */
    static Architecture resNet50() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Convolution("conv1", 64, 7, 2, 3, 1, false));
        nodes.add(BatchNormalization.named("bn1"));
        nodes.add(new Relu("relu1"));
        nodes.add(new Pooling("pool1", Pooling.Kind.MAX, 3, 2, 1));
        int[] depths = {3, 4, 6, 3};
        for (int stage = 0; stage < 4; stage++) {
            for (int block = 0; block < depths[stage]; block++) {
                String name = "block%d.%d".formatted(stage + 1, block + 1);
                int stride = block == 0 && stage > 0 ? 2 : 1;
                nodes.add(bottleneck(name, 64 << stage, stride, block == 0));
                nodes.add(new Relu(name + "-relu"));
            }
        }
        nodes.add(new GlobalAveragePooling("average"));
        nodes.add(new Dense("logits", 1000, true));
        return new Architecture("resnet50", new Shape(3, 224, 224), nodes);
    }

    private static Residual bottleneck(String name, int inner, int stride, boolean projected) {
        List<Node> body =
                List.of(
                        new Convolution("conv1", inner, 1, 1, 0, 1, false),
                        BatchNormalization.named("bn1"),
                        new Relu("relu1"),
                        new Convolution("conv2", inner, 3, stride, 1, 1, false),
                        BatchNormalization.named("bn2"),
                        new Relu("relu2"),
                        new Convolution("conv3", 4 * inner, 1, 1, 0, 1, false),
                        BatchNormalization.named("bn3"));
        List<Node> shortcut =
                projected
                        ? List.of(
                                new Convolution("projection", 4 * inner, 1, stride, 0, 1, false),
                                BatchNormalization.named("projection-bn"))
                        : List.of();
        return new Residual(name, body, shortcut);
    }
}
