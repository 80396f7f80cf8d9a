package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all kernels must compute: outputs and gradients of every node, alone and in composition. */
abstract class KernelsContract {

    private static final Comparator<Float> NEARLY =
            (one, other) -> Math.abs(one - other) < 1e-5 ? 0 : Float.compare(one, other);

    abstract Kernels kernels();

    private void check(int samples, Shape input, Node... nodes) {
        check(samples, 1, input, nodes);
    }

    private void check(int samples, long seed, Shape input, Node... nodes) {
        Architecture architecture = new Architecture("checked", input, List.of(nodes));
        new GradientCheck(new Engine(kernels()), architecture, samples, new Seed(seed)).run();
        new InferenceCheck(kernels(), architecture, samples, new Seed(seed)).run();
        new ValueGradientCheck(new Engine(kernels()), architecture, samples, new Seed(seed)).run();
    }

    private static Dense logits() {
        return new Dense("logits", 3, true);
    }

    @Test
    void dense() {
        check(5, Shape.flat(7), logits());
    }

    @Test
    void denseWithoutBias() {
        check(4, Shape.flat(6), new Dense("dense", 5, false), Activation.relu("relu"), logits());
    }

    @Test
    void denseThatThreadsShare() {
        check(
                256,
                Shape.flat(61),
                new Dense("dense1", 133, true),
                Activation.relu("relu1"),
                new Dense("dense2", 96, true),
                Activation.relu("relu2"),
                logits());
    }

    @Test
    void equalDenseColumnsThatThreadsShare() {
        Branch column =
                new Branch(
                        "a",
                        List.of(
                                new Dense("dense1", 19, true),
                                Activation.relu("relu1"),
                                new Dense("dense2", 21, false)));
        check(
                70,
                Shape.flat(23),
                Branches.of(
                        "columns", List.of(column, new Branch("b", column.nodes())), Merge.CONCAT),
                logits());
    }

    @Test
    void denseOfOneSample() {
        check(1, Shape.flat(7), new Dense("dense", 9, true), logits());
    }

    @Test
    void convolutionOfOddChannels() {
        check(
                3,
                new Shape(3, 6, 5),
                Convolution.same("conv", 5, 3),
                Convolution.same("second", 7, 3),
                new GlobalAveragePooling("average"),
                logits());
    }

    @Test
    void convolutionWithStrideAndPadding() {
        check(
                3,
                new Shape(2, 9, 8),
                Convolution.of("first", 4, Window.square(5).withStride(2).withPadding(2)),
                Convolution.of("second", 6, Window.square(3).withStride(2)).withBias(false),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void convolutionOfOnePixel() {
        check(
                2,
                new Shape(6, 1, 1),
                Convolution.same("one", 5, 1),
                Convolution.same("three", 4, 3),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void convolutionOfSideOneOnAMap() {
        check(
                2,
                new Shape(6, 4, 4),
                Convolution.same("one", 5, 1),
                Convolution.same("two", 20, 1),
                new Flatten("flatten"),
                logits());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void groupedConvolution(int groups) {
        check(
                3,
                new Shape(6, 5, 5),
                Convolution.same("conv", 12, 3).withGroups(groups),
                Convolution.same("second", 6, 3).withGroups(groups),
                new Flatten("flatten"),
                logits());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32})
    void wideGroupedConvolution(int groups) {
        check(
                2,
                new Shape(32, 5, 5),
                Convolution.same("conv", 64, 3).withGroups(groups),
                Activation.relu("relu"),
                Convolution.same("second", 32, 3).withGroups(groups),
                new GlobalAveragePooling("average"),
                logits());
    }

    @Test
    void rectifierAfterConvolution() {
        check(
                4,
                new Shape(3, 6, 6),
                Convolution.same("conv", 4, 3),
                Activation.relu("relu"),
                Convolution.same("second", 4, 3),
                Activation.relu("relu2"),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void maximumPooling() {
        check(
                3,
                new Shape(3, 8, 6),
                Convolution.same("conv", 4, 3),
                Pooling.max("pool", 2),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void maximumPoolingAfterRectifier() {
        check(
                3,
                new Shape(3, 8, 6),
                Convolution.same("conv", 4, 3),
                Activation.relu("relu"),
                Pooling.max("pool", 2),
                Convolution.same("second", 4, 3),
                Activation.relu("relu2"),
                Pooling.max("pool2", 2),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void overlappingPaddedMaximumPooling() {
        check(
                2,
                new Shape(2, 7, 7),
                Convolution.same("conv", 5, 3),
                Pooling.max("pool", Window.square(3).withStride(2).withPadding(1)),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void overlappingPaddedAveragePooling() {
        check(
                2,
                new Shape(2, 7, 6),
                Convolution.same("conv", 5, 3),
                Pooling.average("pool", Window.square(3).withStride(2).withPadding(1)),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void batchNormalization() {
        check(
                4,
                new Shape(3, 4, 4),
                Convolution.same("conv", 5, 3).withBias(false),
                BatchNormalization.named("norm"),
                Activation.relu("relu"),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void batchNormalizationOfVectors() {
        check(
                6,
                Shape.flat(5),
                new Dense("dense", 8, false),
                BatchNormalization.named("norm"),
                Activation.relu("relu"),
                logits());
    }

    @Test
    void dropoutOfNothing() {
        check(
                3,
                Shape.flat(5),
                new Dense("dense", 8, true),
                new Dropout("drop", 0),
                Activation.relu("relu"),
                logits());
    }

    @Test
    void channelShuffle() {
        check(
                2,
                new Shape(2, 4, 4),
                Convolution.same("conv", 12, 3),
                new ChannelShuffle("shuffle", 3),
                Convolution.same("second", 6, 3).withGroups(3),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void equalColumns() {
        check(3, new Shape(3, 8, 8), columns(4, 4), new Flatten("flatten"), logits());
    }

    @Test
    void unequalColumns() {
        check(3, new Shape(3, 8, 8), columns(3, 5), new Flatten("flatten"), logits());
    }

    private static Branches columns(int first, int second) {
        return Branches.of(
                "columns", List.of(column("b1", first), column("b2", second)), Merge.CONCAT);
    }

    private static Branch column(String name, int width) {
        return new Branch(
                name,
                List.of(
                        Convolution.same("conv1", width, 3),
                        Activation.relu("relu1"),
                        Pooling.max("pool1", 2),
                        Convolution.same("conv2", width + 2, 3),
                        Activation.relu("relu2")));
    }

    @Test
    void branchesOfSplitInput() {
        check(
                2,
                new Shape(6, 4, 4),
                Convolution.same("stem", 6, 3),
                new Branches(
                        "split",
                        List.of(column("b1", 2), column("b2", 2), column("b3", 2)),
                        Merge.CONCAT,
                        BranchInput.SPLIT),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void summedPaths() {
        Branch identity = new Branch("identity", List.of());
        Branch first =
                new Branch(
                        "first",
                        List.of(
                                Convolution.same("reduce", 3, 1),
                                Activation.relu("relu"),
                                Convolution.same("expand", 4, 3)));
        Branch second =
                new Branch(
                        "second",
                        List.of(
                                Convolution.same("reduce", 3, 1),
                                Activation.relu("relu"),
                                Convolution.same("expand", 4, 3)));
        check(
                2,
                new Shape(4, 5, 5),
                Convolution.same("stem", 4, 3),
                Branches.of("paths", List.of(first, identity, second), Merge.SUM),
                Activation.relu("after"),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void branchesOfVectors() {
        check(
                4,
                Shape.flat(10),
                Branches.of(
                        "columns",
                        List.of(denseColumn("b1", 6), denseColumn("b2", 6), denseColumn("b3", 6)),
                        Merge.CONCAT),
                logits());
    }

    private static Branch denseColumn(String name, int width) {
        return new Branch(
                name,
                List.of(
                        new Dense("first", width, true),
                        Activation.relu("relu1"),
                        new Dense("second", width, true),
                        Activation.relu("relu2")));
    }

    private static Branch path(String name, boolean bias) {
        return new Branch(
                name,
                List.of(
                        Convolution.same("reduce", 4, 1).withBias(false),
                        BatchNormalization.named("norm1"),
                        Activation.relu("relu1"),
                        Convolution.same("middle", 4, 3).withBias(false),
                        BatchNormalization.named("norm2"),
                        Activation.relu("relu2"),
                        Convolution.same("expand", 6, 1).withBias(bias)));
    }

    @Test
    void equalPathsThatAreSummed() {
        check(
                3,
                new Shape(5, 6, 6),
                Branches.of(
                        "paths",
                        List.of(path("p1", true), path("p2", false), path("p3", false)),
                        Merge.SUM),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void batchOfSeveralLanes() {
        check(
                37,
                new Shape(3, 6, 6),
                Convolution.same("conv", 20, 3).withBias(false),
                BatchNormalization.named("norm"),
                Activation.relu("relu"),
                Pooling.max("pool", 2),
                Convolution.same("second", 17, 3),
                BatchNormalization.named("norm2"),
                new Flatten("flatten"),
                logits());
    }

    @Test
    void wideConcatenation() {
        check(
                3,
                new Shape(3, 6, 6),
                Branches.of(
                        "module",
                        List.of(
                                new Branch("a", List.of(Convolution.same("a", 16, 1))),
                                new Branch("b", List.of(Convolution.same("b", 32, 3))),
                                new Branch(
                                        "c",
                                        List.of(
                                                Pooling.max(
                                                        "pool", Window.square(3).withPadding(1)),
                                                Convolution.same("c", 16, 1)))),
                        Merge.CONCAT),
                Activation.relu("relu"),
                Convolution.same("after", 16, 3),
                new GlobalAveragePooling("average"),
                logits());
    }

    @Test
    void batchNormalizationOfWholeBlocksInSeveralLanes() {
        check(
                21,
                new Shape(3, 4, 4),
                Convolution.same("conv", 32, 3).withBias(false),
                BatchNormalization.named("norm"),
                Activation.relu("relu"),
                Convolution.same("second", 16, 1).withBias(false),
                BatchNormalization.named("norm2"),
                new GlobalAveragePooling("average"),
                logits());
    }

    /** More values than are looked at in one piece: several samples, or channels of one. */
    @ParameterizedTest
    @CsvSource({"16, 6", "33, 2"})
    void batchNormalizationOfLargeMaps(int side, int samples) {
        check(
                samples,
                new Shape(2, side, side),
                Convolution.same("conv", 32, 1).withBias(false),
                BatchNormalization.named("norm"),
                Activation.relu("relu"),
                Convolution.of("second", 32, Window.square(1).withStride(8))
                        .withGroups(4)
                        .withBias(false),
                BatchNormalization.named("norm2"),
                new GlobalAveragePooling("average"),
                logits());
    }

    /**
     * Samples are constant, so that all variance is between the pieces that one is looked at in.
     */
    @Test
    void varianceBetweenSamplesOfLargeMaps() {
        Shape shape = new Shape(8, 64, 64);
        int samples = 4;
        Architecture architecture =
                new Architecture(
                        "constant",
                        shape,
                        List.of(
                                BatchNormalization.named("norm"),
                                new GlobalAveragePooling("average"),
                                logits()));
        float[] images = new float[samples * shape.size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = i / shape.size();
        }
        try (TrainingNetwork network =
                new Engine(kernels()).training(architecture, new SoftmaxCrossEntropy(3), samples)) {
            network.initialize(new Seed(1), 1);
            network.step(images, new int[samples], samples, new Seed(2));

            // Of 0, 1, 2 and 3: mean 1.5, variance 1.25; running ones follow 0 and 1 by a tenth.
            double unbiased = 1.25 * samples * 4096 / (samples * 4096 - 1);
            assertThat(network.logical().read().get("norm:running-mean").values())
                    .usingElementComparator(NEARLY)
                    .containsOnly(.15f);
            assertThat(network.logical().read().get("norm:running-variance").values())
                    .usingElementComparator(NEARLY)
                    .containsOnly((float) (.9 + .1 * unbiased));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 9, 12})
    void convolutionOfFewChannels(int channels) {
        check(
                2,
                new Shape(3, 6, 6),
                Convolution.same("reduce", channels, 1),
                Activation.relu("relu"),
                Convolution.same("conv", 12, 5),
                Activation.relu("relu2"),
                new GlobalAveragePooling("average"),
                logits());
    }

    @Test
    void concatenationThatBeginsInsideBlocks() {
        check(
                2,
                new Shape(3, 6, 6),
                Branches.of(
                        "module",
                        List.of(
                                new Branch("a", List.of(Convolution.same("a", 24, 1))),
                                new Branch("b", List.of(Convolution.same("b", 12, 3))),
                                new Branch("c", List.of(Convolution.same("c", 12, 1)))),
                        Merge.CONCAT),
                Activation.relu("relu"),
                Pooling.max("pool", 2),
                Convolution.same("after", 16, 3),
                new GlobalAveragePooling("average"),
                logits());
    }

    @Test
    void residualBlocks() {
        Residual plain =
                new Residual(
                        "block1",
                        List.of(
                                Convolution.same("conv1", 4, 3).withBias(false),
                                BatchNormalization.named("norm1"),
                                Activation.relu("relu1"),
                                Convolution.same("conv2", 4, 3).withBias(false),
                                BatchNormalization.named("norm2")),
                        List.of());
        Residual projected =
                new Residual(
                        "block2",
                        List.of(
                                Convolution.of(
                                                "conv1",
                                                6,
                                                Window.square(3).withStride(2).withPadding(1))
                                        .withBias(false),
                                BatchNormalization.named("norm1"),
                                Activation.relu("relu1")),
                        List.of(Convolution.of("project", 6, Window.square(1).withStride(2))));
        check(
                3,
                new Shape(3, 8, 8),
                Convolution.same("stem", 4, 3),
                plain,
                Activation.relu("relu1"),
                projected,
                new GlobalAveragePooling("average"),
                logits());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 16, 24})
    void sumsThatAreRectifiedAfterNormalization(int width) {
        check(
                12,
                new Shape(width, 3, 3),
                normalized("block1", width, List.of()),
                Activation.relu("relu1"),
                normalized(
                        "block2",
                        width,
                        List.of(
                                Convolution.same("shortcut", width, 1).withBias(false),
                                BatchNormalization.named("shortcut-norm"))),
                Activation.relu("relu2"),
                new ChannelShuffle("shuffle", width % 8 == 0 ? 4 : 5),
                normalized("block3", width, List.of()),
                Activation.relu("relu3"),
                normalized(
                        "block4",
                        width,
                        List.of(Pooling.max("p", Window.square(3).withPadding(1)))),
                new GlobalAveragePooling("average"),
                logits());
    }

    /** Groups of eight channels leave another order of channels than whole blocks do. */
    @Test
    void sumsOfPathsThatLieDifferentlyInMemory() {
        check(
                3,
                new Shape(3, 5, 5),
                Convolution.same("stem", 24, 3),
                new Residual(
                        "block",
                        List.of(Convolution.same("conv", 24, 3).withGroups(3).withBias(false)),
                        List.of(
                                Convolution.same("shortcut", 24, 1).withBias(false),
                                BatchNormalization.named("norm"))),
                Activation.relu("relu"),
                new GlobalAveragePooling("average"),
                logits());
    }

    private static Residual normalized(String name, int width, List<Node> shortcut) {
        return new Residual(
                name,
                List.of(
                        Convolution.same("conv", width, 3).withBias(false),
                        BatchNormalization.named("norm")),
                shortcut);
    }

    @Test
    void sumsOfNormalizedVectors() {
        Residual block =
                new Residual(
                        "block",
                        List.of(
                                new Dense("inner", 9, false),
                                BatchNormalization.named("norm"),
                                Activation.relu("relu"),
                                new Dense("outer", 7, true),
                                BatchNormalization.named("norm2")),
                        List.of());
        check(6, Shape.flat(7), block, Activation.relu("relu"), logits());
    }

    @Test
    void nestedBranches() {
        Branches inner =
                Branches.of("inner", List.of(column("x", 2), column("y", 3)), Merge.CONCAT);
        check(
                2,
                new Shape(2, 8, 8),
                Branches.of(
                        "outer",
                        List.of(
                                new Branch("a", List.of(inner)),
                                new Branch("b", List.of(inner, Activation.relu("relu3")))),
                        Merge.CONCAT),
                new Flatten("flatten"),
                logits());
    }

    @ParameterizedTest
    @DisplayName("random compositions")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomCompositions(long seed) {
        RandomArchitecture random = new RandomArchitecture(new Seed(seed));
        Engine engine = new Engine(kernels());
        Architecture architecture = random.next();
        int samples = random.samples();
        new GradientCheck(engine, architecture, samples, new Seed(seed)).run();
        new ValueGradientCheck(engine, architecture, samples, new Seed(seed)).run();
    }
}
