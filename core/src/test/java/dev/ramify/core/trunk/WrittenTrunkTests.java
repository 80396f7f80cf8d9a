package dev.ramify.core.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.ArchitectureException;
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
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Relu;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.InvalidOptionException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTrunkTests {

    private static final Shape IMAGE = new Shape(3, 16, 16);
    private static final LayerSpec AVERAGE = new LayerSpec.GlobalAveragePool(null);

    @Test
    void everyKindOfLayerBecomesItsNode() {
        assertThat(
                        build(
                                        conv("conv1", 8),
                                        new LayerSpec.BatchNorm(null, 0.2, 1e-3),
                                        new LayerSpec.Relu(null),
                                        new LayerSpec.MaxPool(null, 2, null, 0),
                                        new LayerSpec.ChannelShuffle(null, 4),
                                        new LayerSpec.AveragePool(null, 3, 1, 1),
                                        new LayerSpec.Flatten(null),
                                        new LayerSpec.Dense("dense", 12, false),
                                        new LayerSpec.Dropout(null, 0.3))
                                .nodes())
                .containsExactly(
                        Convolution.same("conv1", 8, 3),
                        new BatchNormalization("bn1", 0.2, 1e-3),
                        new Relu("relu1"),
                        Pooling.max("pool1", 2),
                        new ChannelShuffle("shuffle1", 4),
                        new Pooling("pool2", Pooling.Kind.AVERAGE, 3, 1, 1),
                        new Flatten("flatten1"),
                        new Dense("dense", 12, false),
                        new Dropout("drop1", 0.3),
                        new Dense("logits", 5, true));
    }

    @Test
    void convolutionTakesAllItsOptions() {
        assertThat(build(new LayerSpec.Conv("conv1", 6, 4, 2, 1, 3, false), AVERAGE).nodes().get(0))
                .isEqualTo(new Convolution("conv1", 6, 4, 2, 1, 3, false));
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
                        Merge.CONCAT,
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
        LayerSpec inside = new ResidualSpec("block", List.of(new LayerSpec.Relu(null)), List.of());

        Architecture trunk =
                build(
                        new LayerSpec.Relu(null),
                        inside,
                        new LayerSpec.Relu(null),
                        new LayerSpec.Relu("relu2"),
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
                        Merge.CONCAT,
                        BranchInput.SHARED);

        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(() -> build(new LayerSpec.Conv("conv1", 6, 3, 1, 3, 1, true), branches))
                .withMessageStartingWith(
                        "conv1: padding must be less than the kernel of 3, found 3; mixed/a/in side: a name is 1 to 64 letters");
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
        return new LayerSpec.Conv(name, filters, 3, 1, null, 1, true);
    }

    private static Architecture build(LayerSpec... layers) {
        return new WrittenTrunk(Arrays.asList(layers)).build(IMAGE, 5);
    }
}
