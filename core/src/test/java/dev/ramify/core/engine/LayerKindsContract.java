package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchDropout;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelPermutation;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
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
import dev.ramify.api.architecture.Window.Margins;
import dev.ramify.api.architecture.Window.Rounding;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.kernels.Kernels;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all kernels must compute: windows of every form, and kinds of layers beyond the first. */
abstract class LayerKindsContract {

    abstract Kernels kernels();

    private void check(int samples, Shape input, Node... nodes) {
        Architecture architecture = new Architecture("checked", input, List.of(nodes));
        Seed seed = new Seed(1);
        new GradientCheck(new Engine(kernels()), architecture, samples, seed).run();
        new InferenceCheck(kernels(), architecture, samples, seed).run();
    }

    private static Dense logits() {
        return new Dense("logits", 3, true);
    }

    private static Stream<Window> windows() {
        return Stream.of(
                Window.of(1, 7).withMargins(new Margins(0, 3, 0, 3)),
                Window.of(3, 2).withStride(2, 1),
                Window.square(3).withMargins(new Margins(0, 0, 1, 1)).withStride(2),
                Window.square(2).keepingSize(),
                Window.square(3).withDilation(2).keepingSize(),
                Window.of(2, 3).withDilation(1, 2).withPadding(1),
                Window.square(3).withStride(2).withRounding(Rounding.CEIL),
                Window.square(2).withStride(3, 2).withPadding(1).withRounding(Rounding.CEIL));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void convolutions(Window window) {
        check(
                3,
                new Shape(3, 8, 9),
                Convolution.of("conv", 5, window),
                Activation.relu("relu"),
                Convolution.of("grouped", 10, window.withStride(1).withPadding(3)).withGroups(5),
                new Flatten("flatten"),
                logits());
    }

    /** Padding may be as wide as the kernel, or wider. */
    @Test
    void convolutionWithPaddingBeyondItsKernel() {
        check(
                2,
                new Shape(2, 5, 4),
                Convolution.of("conv", 4, Window.square(1).withPadding(1)),
                Convolution.of("second", 18, Window.square(2).withPadding(3)),
                new GlobalAveragePooling("average"),
                logits());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void maxima(Window window) {
        check(
                2,
                new Shape(2, 8, 9),
                Convolution.same("conv", 4, 3),
                Pooling.max("pool", window),
                new Flatten("flatten"),
                logits());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void means(Window window) {
        check(
                2,
                new Shape(2, 8, 9),
                Convolution.same("conv", 4, 3),
                Pooling.average("pool", window),
                new Flatten("flatten"),
                logits());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void meansThatCountPadding(Window window) {
        check(
                2,
                new Shape(2, 8, 9),
                Convolution.same("conv", 17, 3),
                Pooling.average("pool", window).withPaddingCounted(true),
                new Flatten("flatten"),
                logits());
    }

    private static Stream<ActivationFunction> functions() {
        return Stream.of(
                new ActivationFunction.Relu(),
                new ActivationFunction.ClippedRelu(0.7),
                new ActivationFunction.LeakyRelu(0.2),
                new ActivationFunction.Sigmoid(),
                new ActivationFunction.HardSigmoid(0.6, 0.4),
                new ActivationFunction.Silu(),
                new ActivationFunction.HardSwish(),
                new ActivationFunction.Tanh());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void activationsOfMaps(ActivationFunction function) {
        check(
                3,
                new Shape(3, 6, 6),
                Convolution.same("conv", 4, 3),
                new Activation("first", function),
                Pooling.max("pool", 2),
                Convolution.same("second", 17, 3),
                BatchNormalization.named("norm"),
                new Activation("second-function", function),
                new GlobalAveragePooling("average"),
                logits());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void activationsOfVectors(ActivationFunction function) {
        check(
                5,
                Shape.flat(7),
                new Dense("dense", 9, true),
                new Activation("first", function),
                new Dense("second", 8, false),
                BatchNormalization.named("norm"),
                new Activation("third", function),
                logits());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void activationsOfEqualColumns(ActivationFunction function) {
        check(
                4,
                Shape.flat(10),
                Branches.of(
                        "columns",
                        List.of(column("a", function), column("b", function)),
                        Merge.CONCAT),
                logits());
    }

    private static Branch column(String name, ActivationFunction function) {
        return new Branch(
                name,
                List.of(
                        new Dense("first", 6, true),
                        new Activation("function1", function),
                        new Dense("second", 6, true),
                        new Activation("function2", function)));
    }

    /** A function after a sum cannot join what was before it. */
    @ParameterizedTest
    @MethodSource("functions")
    void activationsAfterSums(ActivationFunction function) {
        check(
                2,
                new Shape(3, 5, 5),
                Convolution.same("stem", 8, 3),
                new Residual(
                        "block",
                        List.of(
                                Convolution.same("conv", 8, 3).withBias(false),
                                BatchNormalization.named("norm")),
                        List.of()),
                new Activation("after", function),
                new Flatten("flatten"),
                logits());
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "3, 5", "5, 16", "5, 3", "4, 7", "2, 32"})
    void localResponseNormalization(int size, int channels) {
        check(
                2,
                new Shape(2, 4, 5),
                Convolution.same("conv", channels, 3),
                new LocalResponseNormalization("response", size, 0.8, 0.75, 1.5),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void localResponseNormalizationOfVectors() {
        check(
                3,
                Shape.flat(6),
                new Dense("dense", 9, true),
                new LocalResponseNormalization("response", 3, 1, 0.5, 2),
                logits());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 37})
    void scaleAndShift(int channels) {
        check(
                3,
                new Shape(2, 4, 5),
                new ScaleShift("first"),
                Convolution.same("conv", channels, 3),
                new ScaleShift("scale"),
                Activation.relu("relu"),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void scaleAndShiftOfVectorsInSeveralLanes() {
        check(
                600,
                Shape.flat(6),
                new Dense("dense", 9, true),
                new ScaleShift("scale"),
                Activation.relu("relu"),
                logits());
    }

    @Test
    void scaleAndShiftOfMapsInSeveralLanes() {
        check(
                37,
                new Shape(2, 4, 4),
                Convolution.same("conv", 5, 3),
                new ScaleShift("scale"),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void scaleAndShiftOfEqualColumns() {
        Branch column =
                new Branch(
                        "a",
                        List.of(
                                Convolution.same("conv", 6, 3),
                                new ScaleShift("scale"),
                                Activation.relu("relu")));
        check(
                2,
                new Shape(2, 4, 5),
                Branches.of(
                        "columns", List.of(column, new Branch("b", column.nodes())), Merge.CONCAT),
                new GlobalAveragePooling("average"),
                logits());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16})
    void softmaxOfMaps(int channels) {
        check(
                2,
                new Shape(2, 4, 5),
                Convolution.same("conv", channels, 3),
                new Softmax("softmax"),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void softmaxOfVectors() {
        check(4, Shape.flat(6), new Dense("dense", 9, true), new Softmax("softmax"), logits());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 16})
    void channelPermutation(int channels) {
        List<Integer> sources =
                Stream.iterate(channels / 2, each -> (each * 3 + 1) % channels)
                        .limit(channels)
                        .toList();
        List<Integer> rotated =
                Stream.iterate(2, each -> (each + 1) % channels).limit(channels).toList();
        assertThat(sources).isNotEqualTo(rotated);
        check(
                2,
                new Shape(2, 4, 5),
                Convolution.same("conv", channels, 3),
                new ChannelPermutation("permutation", rotated),
                Convolution.same("second", 4, 3),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void channelPermutationOfVectors() {
        check(
                3,
                Shape.flat(6),
                new Dense("dense", 4, true),
                new ChannelPermutation("permutation", List.of(3, 1, 0, 2)),
                logits());
    }

    @Test
    void permutationsThatAreShufflesAreComputedAsShuffles() {
        ChannelShuffle shuffle = new ChannelShuffle("shuffle", 3);
        List<Integer> sources =
                Stream.iterate(0, each -> each + 1)
                        .limit(12)
                        .map(channel -> shuffle.source(channel, 12))
                        .toList();
        check(
                2,
                new Shape(2, 4, 4),
                Convolution.same("conv", 12, 3),
                new ChannelPermutation("permutation", sources),
                Convolution.same("second", 6, 3).withGroups(3),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void productsOfPaths() {
        check(
                2,
                new Shape(3, 5, 5),
                Convolution.same("stem", 6, 3),
                Branches.of(
                        "product",
                        List.of(
                                new Branch("a", List.of(Convolution.same("left", 6, 3))),
                                new Branch("b", List.of(Convolution.same("right", 6, 1))),
                                new Branch("c", List.of())),
                        Merge.PRODUCT),
                new Flatten("flatten"),
                logits());
    }

    /** Groups of eight channels leave another order of channels than whole blocks do. */
    @Test
    void productsOfPathsThatLieDifferentlyInMemory() {
        check(
                2,
                new Shape(3, 5, 5),
                Convolution.same("stem", 24, 3),
                Branches.of(
                        "product",
                        List.of(
                                new Branch(
                                        "a",
                                        List.of(Convolution.same("left", 24, 3).withGroups(3))),
                                new Branch("b", List.of(Convolution.same("right", 24, 1)))),
                        Merge.PRODUCT),
                new Flatten("flatten"),
                logits());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 16})
    void gatesOfChannels(int channels) {
        List<Node> gate =
                List.of(
                        new GlobalAveragePooling("squeeze"),
                        new Dense("reduce", 3, true),
                        Activation.relu("relu"),
                        new Dense("expand", channels, true),
                        new Activation("gate", new ActivationFunction.Sigmoid()));
        check(
                2,
                new Shape(3, 5, 4),
                Convolution.same("stem", channels, 3),
                Branches.of(
                        "excitation",
                        List.of(new Branch("gate", gate), new Branch("map", List.of())),
                        Merge.PRODUCT),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void productsOfVectors() {
        check(
                4,
                Shape.flat(6),
                Branches.of(
                        "product",
                        List.of(
                                new Branch("a", List.of(new Dense("left", 7, true))),
                                new Branch("b", List.of(new Dense("right", 7, true)))),
                        Merge.PRODUCT),
                logits());
    }

    @Test
    void branchDropoutOfNothing() {
        check(
                3,
                Shape.flat(5),
                new Dense("dense", 8, true),
                new BranchDropout("drop", 0),
                logits());
    }

    @Test
    void namesThatArePaths() {
        check(
                2,
                new Shape(2, 4, 4),
                Convolution.same("features/0/conv", 4, 3),
                Activation.relu("features/0/relu"),
                new Residual(
                        "features/1", List.of(Convolution.same("branch2a/conv", 4, 3)), List.of()),
                new Flatten("flatten"),
                new Dense("classifier/logits", 3, true));
    }
}
