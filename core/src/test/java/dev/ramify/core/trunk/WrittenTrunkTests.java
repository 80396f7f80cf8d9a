package dev.ramify.core.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchDropout;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.LocalResponseNormalization;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.ScaleShift;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Softmax;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.option.InvalidOptionException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrittenTrunkTests {

    private static final Shape IMAGE = new Shape(3, 16, 16);
    private static final Window.Rounding FLOOR = Window.Rounding.FLOOR;
    private static final LayerSpec AVERAGE = new LayerSpec.GlobalAveragePool(null);

    @Test
    void everyKindOfLayerBecomesItsNode() {
        assertThat(
                        build(
                                        conv("conv1", 8),
                                        new NormalizationSpec.BatchNorm(null, 0.2, 1e-3),
                                        new ActivationSpec.Relu(null),
                                        new PoolSpec.MaxPool(
                                                null, 2, null, null, null, 1, 0, null, FLOOR),
                                        new ChannelOrderSpec.ChannelShuffle(null, 4),
                                        new PoolSpec.AveragePool(
                                                null, 3, null, 1, null, 1, 1, null, FLOOR, true),
                                        new LayerSpec.Flatten(null),
                                        new LayerSpec.Dense("dense", 12, false),
                                        new DropoutSpec.Dropout(null, 0.3),
                                        new DropoutSpec.BranchDropout(null, 0.2),
                                        new NormalizationSpec.LocalResponse(null, 3, 2e-4, 0.5, 2),
                                        new NormalizationSpec.ScaleShift(null),
                                        new ChannelOrderSpec.Softmax(null))
                                .nodes())
                .containsExactly(
                        Convolution.same("conv1", 8, 3),
                        new BatchNormalization("bn1", 0.2, 1e-3),
                        Activation.relu("relu1"),
                        Pooling.max("pool1", 2),
                        new ChannelShuffle("shuffle1", 4),
                        Pooling.average("pool2", Window.square(3).withPadding(1))
                                .withPaddingCounted(true),
                        new Flatten("flatten1"),
                        new Dense("dense", 12, false),
                        new Dropout("drop1", 0.3),
                        new BranchDropout("drop2", 0.2),
                        new LocalResponseNormalization("lrn1", 3, 2e-4, 0.5, 2),
                        new ScaleShift("scale1"),
                        new Softmax("softmax1"),
                        new Dense("logits", 5, true));
    }

    @Test
    void everyActivationFunctionHasItsOwnName() {
        assertThat(
                        build(
                                        conv("conv1", 8),
                                        new ActivationSpec.Relu(null),
                                        new ActivationSpec.ClippedRelu(null, 6),
                                        new ActivationSpec.LeakyRelu("leaky", 0.1),
                                        new ActivationSpec.Sigmoid(null),
                                        new ActivationSpec.HardSigmoid(null, 0.2, 0.5),
                                        new ActivationSpec.Silu(null),
                                        new ActivationSpec.HardSwish(null),
                                        new ActivationSpec.Tanh(null),
                                        AVERAGE)
                                .nodes()
                                .subList(1, 9))
                .containsExactly(
                        Activation.relu("relu1"),
                        new Activation("relu2", new ActivationFunction.ClippedRelu(6)),
                        new Activation("leaky", new ActivationFunction.LeakyRelu(0.1)),
                        new Activation("sigmoid1", new ActivationFunction.Sigmoid()),
                        new Activation("sigmoid2", new ActivationFunction.HardSigmoid(0.2, 0.5)),
                        new Activation("silu1", new ActivationFunction.Silu()),
                        new Activation("silu2", new ActivationFunction.HardSwish()),
                        new Activation("tanh1", new ActivationFunction.Tanh()));
    }

    /** A kind of layer that is added to the architecture and has no key here fails this test. */
    @Test
    void everyKindOfLayerCanBeWritten() {
        List<LayerSpec> oneOfEach =
                List.of(
                        conv("conv", 4),
                        new LayerSpec.Dense("dense", 3, true),
                        new NormalizationSpec.BatchNorm(null, 0.1, 1e-5),
                        new NormalizationSpec.LocalResponse(null, 5, 1e-4, 0.75, 1),
                        new NormalizationSpec.ScaleShift(null),
                        new ActivationSpec.Relu(null),
                        new ChannelOrderSpec.Softmax(null),
                        new PoolSpec.MaxPool(null, 2, null, null, null, 1, 0, null, FLOOR),
                        AVERAGE,
                        new DropoutSpec.Dropout(null, 0.5),
                        new DropoutSpec.BranchDropout(null, 0.5),
                        new LayerSpec.Flatten(null),
                        new ChannelOrderSpec.ChannelShuffle(null, 2),
                        new ChannelOrderSpec.ChannelPermutation(null, List.of(1, 0)));
        LayerNames names = new LayerNames(oneOfEach);

        assertThat(oneOfEach.stream().<Class<?>>map(spec -> spec.node(names).getClass()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(records(Layer.class).toList());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(WrittenTrunkTests::records);
    }

    @Test
    void convolutionTakesAllItsOptions() {
        LayerSpec all =
                new LayerSpec.Conv(
                        "conv1",
                        6,
                        4,
                        3,
                        2,
                        1,
                        2,
                        null,
                        List.of(1, 2, 3, 4),
                        Window.Rounding.CEIL,
                        3,
                        false);

        assertThat(build(all, AVERAGE).nodes().get(0))
                .isEqualTo(
                        Convolution.of(
                                        "conv1",
                                        6,
                                        Window.of(4, 3)
                                                .withStride(2, 1)
                                                .withDilation(2)
                                                .withMargins(new Window.Margins(1, 2, 3, 4))
                                                .withRounding(Window.Rounding.CEIL))
                                .withGroups(3)
                                .withBias(false));
    }

    @Test
    void windowsOfPoolsTouchWhereNoStepIsWritten() {
        LayerSpec flat = new PoolSpec.MaxPool(null, 2, 4, null, null, 1, 0, null, FLOOR);

        assertThat(build(flat, AVERAGE).nodes().get(0))
                .isEqualTo(Pooling.max("pool1", Window.of(2, 4).withStride(2, 4)));
    }

    @Test
    void marginsAreFour() {
        LayerSpec pool =
                new PoolSpec.MaxPool(null, 2, null, null, null, 1, 0, List.of(1, 0), FLOOR);

        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(() -> build(pool, AVERAGE))
                .withMessage(
                        "pool1: margins must be four numbers, those above, left, below and right; found [1, 0]");
    }

    @Test
    void blocksMayBeNested() {
        LayerSpec block =
                new ResidualSpec("block", List.of(conv("body", 4)), List.of(conv("shortcut", 4)));
        LayerSpec branches =
                new BranchesSpec(
                        "mixed",
                        List.of(
                                new BranchesSpec.BranchSpec("a", List.of(block)),
                                new BranchesSpec.BranchSpec("b", List.of())),
                        BranchesSpec.Merging.CONCAT,
                        BranchInput.SHARED);

        assertThat(build(branches, AVERAGE).nodes())
                .containsExactly(
                        new Branches(
                                "mixed",
                                List.of(
                                        new Branch(
                                                "a",
                                                List.of(
                                                        new Residual(
                                                                "block",
                                                                List.of(
                                                                        Convolution.same(
                                                                                "body", 4, 3)),
                                                                List.of(
                                                                        Convolution.same(
                                                                                "shortcut",
                                                                                4,
                                                                                3))))),
                                        new Branch("b", List.of())),
                                Merge.CONCAT,
                                BranchInput.SHARED),
                        new GlobalAveragePooling("average1"),
                        new Dense("logits", 5, true));
    }

    @Test
    void namesAreNumberedThroughoutAndLeaveOutWhatIsWritten() {
        LayerSpec inside =
                new ResidualSpec("block", List.of(new ActivationSpec.Relu(null)), List.of());

        Architecture trunk =
                build(
                        new ActivationSpec.Relu(null),
                        inside,
                        new ActivationSpec.Relu(null),
                        new ActivationSpec.Relu("relu2"),
                        AVERAGE);

        assertThat(trunk.layers())
                .extracting(placed -> placed.path())
                .containsExactly("relu1", "block/relu3", "relu4", "relu2", "average1", "logits");
    }

    @Test
    void everyLayerThatCannotBeIsNamedWithItsPath() {
        LayerSpec branches =
                new BranchesSpec(
                        "mixed",
                        List.of(new BranchesSpec.BranchSpec("a", List.of(conv("in side", 4)))),
                        BranchesSpec.Merging.CONCAT,
                        BranchInput.SHARED);

        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(
                        () ->
                                build(
                                        new PoolSpec.MaxPool(
                                                "pool1", 3, null, 1, null, 1, 3, null, FLOOR),
                                        branches))
                .withMessageStartingWith(
                        "pool1: padding must be less than the window of 3x3, found 3; mixed/a/in side: a name is 1 to 64 letters");
    }

    @Test
    void mapsBeforeTheLogitsAreToldWhatIsMissing() {
        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(() -> build(conv("conv1", 4)))
                .withMessage(
                        "logits: a dense layer takes a vector, found a map of 4x16x16; put flatten or global-average-pool before it");
    }

    @Test
    void logitsAreNotWritten() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> build(AVERAGE, new LayerSpec.Dense("logits", 10, true)))
                .withMessage(
                        "the name 'logits' is kept for the last dense layer, which is added with as many units as the task has outputs; remove yours or give it another name");
    }

    private static LayerSpec conv(String name, int filters) {
        return new LayerSpec.Conv(name, filters, 3, null, 1, null, 1, null, null, FLOOR, 1, true);
    }

    private static Architecture build(LayerSpec... layers) {
        return new WrittenTrunk(Arrays.asList(layers)).build(IMAGE, 5);
    }
}
