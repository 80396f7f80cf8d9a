package dev.ramify.core.engine;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Relu;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws small architectures of every kind of node. */
public final class RandomArchitecture {

    private final RandomGenerator random;
    private int names;

    public RandomArchitecture(Seed seed) {
        random = seed.derive("architecture").generator();
    }

    int samples() {
        return 1 + random.nextInt(5);
    }

    public Architecture next() {
        Shape input =
                new Shape(1 + random.nextInt(4), 5 + random.nextInt(5), 5 + random.nextInt(5));
        List<Node> nodes = new ArrayList<>();
        Shape shape = input;
        int count = 3 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Node node = node(shape, 2);
            nodes.add(node);
            shape = node.output(shape);
        }
        nodes.add(new GlobalAveragePooling("average"));
        nodes.add(new Dense("logits", 3, true));
        return new Architecture("random", input, nodes);
    }

    private String name(String kind) {
        return kind + names++;
    }

    private Node node(Shape shape, int depth) {
        int choice = random.nextInt(depth > 0 ? 9 : 6);
        return switch (choice) {
            case 0, 1 -> convolution(shape);
            case 2 -> new Relu(name("relu"));
            case 3 -> BatchNormalization.named(name("norm"));
            case 4 -> pooling(shape);
            case 5 -> new ChannelShuffle(name("shuffle"), divisor(shape.channels()));
            case 6 -> branches(shape, depth);
            case 7 -> summed(shape, depth);
            default -> residual(shape);
        };
    }

    private int divisor(int number) {
        int divisor = 1 + random.nextInt(number);
        while (number % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    private Convolution convolution(Shape shape) {
        int groups = divisor(shape.channels());
        int kernel = 1 + 2 * random.nextInt(2);
        return new Convolution(
                name("conv"),
                groups * (1 + random.nextInt(4)),
                kernel,
                1,
                kernel / 2,
                groups,
                random.nextBoolean());
    }

    private Pooling pooling(Shape shape) {
        Pooling.Kind kind = random.nextBoolean() ? Pooling.Kind.MAX : Pooling.Kind.AVERAGE;
        boolean halves = shape.height() >= 4 && shape.width() >= 4;
        return halves
                ? new Pooling(name("pool"), kind, 2, 2, 0)
                : new Pooling(name("pool"), kind, 3, 1, 1);
    }

    private Branches branches(Shape shape, int depth) {
        boolean split = shape.channels() % 2 == 0 && random.nextBoolean();
        Shape seen = split ? shape.withChannels(shape.channels() / 2) : shape;
        List<Branch> branches = new ArrayList<>();
        for (int b = 0; b < 2; b++) {
            List<Node> nodes = new ArrayList<>();
            nodes.add(convolution(seen));
            if (random.nextBoolean()) {
                nodes.add(new Relu(name("relu")));
            }
            if (depth > 1 && random.nextInt(3) == 0) {
                nodes.add(summed(nodes.get(0).output(seen), depth - 1));
            }
            branches.add(new Branch(name("branch"), nodes));
        }
        return new Branches(
                name("branches"),
                branches,
                Merge.CONCAT,
                split ? BranchInput.SPLIT : BranchInput.SHARED);
    }

    private Branches summed(Shape shape, int depth) {
        List<Branch> branches = new ArrayList<>();
        for (int b = 0; b < 2 + random.nextInt(2); b++) {
            List<Node> nodes = new ArrayList<>();
            if (b > 0) {
                nodes.add(Convolution.same(name("conv"), 1 + random.nextInt(4), 3));
                nodes.add(new Relu(name("relu")));
                nodes.add(Convolution.same(name("conv"), shape.channels(), 1));
            }
            if (depth > 1 && random.nextInt(3) == 0) {
                nodes.add(residual(shape));
            }
            branches.add(new Branch(name("branch"), nodes));
        }
        return Branches.of(name("sum"), branches, Merge.SUM);
    }

    private Residual residual(Shape shape) {
        return new Residual(
                name("block"),
                List.of(
                        Convolution.same(name("conv"), shape.channels(), 3),
                        BatchNormalization.named(name("norm")),
                        new Relu(name("relu"))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(Convolution.same(name("conv"), shape.channels(), 1)));
    }
}
