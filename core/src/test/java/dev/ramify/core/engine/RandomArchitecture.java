package dev.ramify.core.engine;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchDropout;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelPermutation;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.LocalResponseNormalization;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.ScaleShift;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Softmax;
import dev.ramify.api.architecture.Window;
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
        int choice = random.nextInt(depth > 0 ? 15 : 11);
        return switch (choice) {
            case 0, 1 -> convolution(shape);
            case 2 -> activation();
            case 3 -> BatchNormalization.named(name("norm"));
            case 4 -> pooling(shape);
            case 5 -> new ChannelShuffle(name("shuffle"), divisor(shape.channels()));
            case 6 -> new ScaleShift(name("scale"));
            case 7 -> LocalResponseNormalization.named(name("response"));
            case 8 -> permutation(shape);
            case 9 -> new Softmax(name("softmax"));
            case 10 -> new BranchDropout(name("drop"), 0);
            case 11 -> branches(shape, depth);
            case 12 -> summed(shape, depth);
            case 13 -> multiplied(shape);
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

    private Activation activation() {
        ActivationFunction function =
                switch (random.nextInt(8)) {
                    case 0 -> new ActivationFunction.Relu();
                    case 1 -> new ActivationFunction.ClippedRelu(1 + random.nextInt(6));
                    case 2 -> new ActivationFunction.LeakyRelu(0.1);
                    case 3 -> new ActivationFunction.Sigmoid();
                    case 4 -> new ActivationFunction.HardSigmoid(0.2, 0.5);
                    case 5 -> new ActivationFunction.Silu();
                    case 6 -> new ActivationFunction.HardSwish();
                    default -> new ActivationFunction.Tanh();
                };
        return new Activation(name("activation"), function);
    }

    private ChannelPermutation permutation(Shape shape) {
        List<Integer> sources = new ArrayList<>();
        for (int channel = 0; channel < shape.channels(); channel++) {
            sources.add(random.nextInt(sources.size() + 1), channel);
        }
        return new ChannelPermutation(name("permutation"), sources);
    }

    private Convolution convolution(Shape shape) {
        int groups = divisor(shape.channels());
        Window window =
                Window.of(1 + random.nextInt(3), 1 + random.nextInt(3))
                        .withDilation(1 + random.nextInt(2), 1 + random.nextInt(2))
                        .keepingSize();
        return Convolution.of(name("conv"), groups * (1 + random.nextInt(4)), window)
                .withGroups(groups)
                .withBias(random.nextBoolean());
    }

    private Pooling pooling(Shape shape) {
        boolean halves = shape.height() >= 4 && shape.width() >= 4;
        Window window =
                halves
                        ? Window.square(2).withStride(2).withRounding(rounding())
                        : Window.of(3, 2).keepingSize();
        return random.nextBoolean()
                ? Pooling.max(name("pool"), window)
                : Pooling.average(name("pool"), window).withPaddingCounted(random.nextBoolean());
    }

    private Window.Rounding rounding() {
        return random.nextBoolean() ? Window.Rounding.FLOOR : Window.Rounding.CEIL;
    }

    private Branches multiplied(Shape shape) {
        List<Node> gate =
                List.of(
                        new GlobalAveragePooling(name("average")),
                        new Dense(name("gate"), shape.channels(), true),
                        new Activation(name("sigmoid"), new ActivationFunction.Sigmoid()));
        return Branches.of(
                name("product"),
                List.of(
                        new Branch(name("branch"), random.nextBoolean() ? gate : List.of()),
                        new Branch(name("branch"), List.of(convolution(shape.channels(), 3)))),
                Merge.PRODUCT);
    }

    private Convolution convolution(int filters, int kernel) {
        return Convolution.same(name("conv"), filters, kernel);
    }

    private Branches branches(Shape shape, int depth) {
        boolean split = shape.channels() % 2 == 0 && random.nextBoolean();
        Shape seen = split ? shape.withChannels(shape.channels() / 2) : shape;
        List<Branch> branches = new ArrayList<>();
        for (int b = 0; b < 2; b++) {
            List<Node> nodes = new ArrayList<>();
            nodes.add(convolution(seen));
            if (random.nextBoolean()) {
                nodes.add(Activation.relu(name("relu")));
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
                nodes.add(Activation.relu(name("relu")));
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
                        Activation.relu(name("relu"))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(Convolution.same(name("conv"), shape.channels(), 1)));
    }
}
