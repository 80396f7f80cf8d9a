package dev.ramify.core.trunk;

import java.util.List;

/** The presets with the defaults that their options declare. */
final class Presets {

    private Presets() {}

    static SmallCnn smallCnn() {
        return new SmallCnn(List.of(32, 32, 64), 7, false, SmallCnn.Head.AVERAGE);
    }

    static MiniAlexNet miniAlexNet() {
        return new MiniAlexNet(List.of(32, 64, 96, 96, 64), 7, 256, 0.5);
    }

    static MiniInception miniInception() {
        return new MiniInception(32, 7, List.of(64, 96, 128), false);
    }

    static MiniResNet miniResNet() {
        return new MiniResNet(MiniResNet.Block.BOTTLENECK, List.of(16, 32, 64), 2);
    }

    static Mlp mlp() {
        return new Mlp(List.of(256, 128), 0);
    }
}
