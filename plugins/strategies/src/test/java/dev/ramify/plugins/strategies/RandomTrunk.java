package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Trunks of all kinds of nodes, whose widths are multiples of 24: the range from {@code first} to
 * {@code last} can be divided by 1, 2, 3, 4, 6 and 8, and in the proportion 1 : 2 : 3.
 */
final class RandomTrunk {

    static final int[] BRANCHES = {1, 2, 3, 4, 6, 8};

    private final RandomGenerator random;
    private final List<Node> nodes = new ArrayList<>();
    private int width;

    private RandomTrunk(RandomGenerator random) {
        this.random = random;
    }

    static Architecture of(long seed) {
        return new RandomTrunk(new Seed(seed).derive("trunk").generator()).build();
    }

    private Architecture build() {
        if (random.nextBoolean()) {
            nodes.add(Convolution.same("stem", random.nextInt(1, 9), 3));
        }
        convolution("first");
        convolution("second");
        int blocks = random.nextInt(4);
        for (int i = 1; i <= blocks; i++) {
            switch (random.nextInt(4)) {
                case 0 -> convolution("conv" + i);
                case 1 -> inception("mixed" + i);
                case 2 -> residual("block" + i);
                default -> sequence("sequence" + i);
            }
        }
        if (random.nextBoolean()) {
            nodes.add(Pooling.max("halve", 2));
        }
        head();
        nodes.add(new Dense("logits", 10, true));
        return new Architecture("random", new Shape(random.nextInt(1, 4), 8, 8), nodes);
    }

    private void head() {
        boolean flattened = random.nextBoolean();
        Node toVector = flattened ? new Flatten("vector") : new GlobalAveragePooling("vector");
        if (random.nextBoolean()) {
            nodes.add(Activation.relu("last"));
            nodes.add(toVector);
            return;
        }
        nodes.add(toVector);
        nodes.add(new Dense("dense", wide(), random.nextBoolean()));
        nodes.add(new Dropout("last", 0.5));
    }

    private void convolution(String name) {
        width = wide();
        nodes.add(same(name, width, random.nextInt(3) * 2 + 1));
        if (random.nextBoolean()) {
            nodes.add(BatchNormalization.named(name + "-bn"));
        }
        nodes.add(Activation.relu(name + "-relu"));
    }

    private void sequence(String name) {
        width = wide();
        nodes.add(
                new Sequence(
                        name,
                        List.of(
                                same(name + "-conv", wide(), 3),
                                Activation.relu(name + "-relu"),
                                same(name + "-out", width, 1))));
    }

    private void inception(String name) {
        int one = wide();
        int two = wide();
        Branch direct = new Branch("direct", List.of(same(name, one, 1)));
        Branch reduced =
                new Branch(
                        "reduced", List.of(same(name + "-reduce", wide(), 1), same(name, two, 3)));
        Branch passing = new Branch("passing", List.of(Activation.relu(name + "-relu")));
        nodes.add(Branches.of(name, List.of(direct, reduced, passing), Merge.CONCAT));
        width += one + two;
    }

    private void residual(String name) {
        boolean projected = random.nextBoolean();
        int out = projected ? wide() : width;
        nodes.add(
                new Residual(
                        name,
                        List.of(
                                same(name + "-reduce", wide(), 1),
                                Activation.relu(name + "-relu"),
                                same(name + "-conv", wide(), 3),
                                same(name + "-expand", out, 1)),
                        projected ? List.of(same(name + "-shortcut", out, 1)) : List.of()));
        width = out;
    }

    private Convolution same(String name, int filters, int kernel) {
        return Convolution.same(name, filters, kernel).withBias(random.nextBoolean());
    }

    private int wide() {
        return 24 * random.nextInt(1, 3);
    }
}
