package dev.ramify.core.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.branching.LayerRange;
import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PresetLayersTests {

    private static final Shape CIFAR = new Shape(3, 32, 32);

    @Test
    void smallCnnNamesItsLayers() {
        assertThat(names(Presets.smallCnn()))
                .containsExactly(
                        "conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "conv3", "relu3",
                        "average", "logits");
    }

    @Test
    void smallCnnNormalizesConvolutionsWithoutBias() {
        Architecture architecture =
                new SmallCnn(List.of(8, 16), 5, true, SmallCnn.Head.FLATTEN).build(CIFAR, 10);

        assertThat(architecture.nodes())
                .extracting(Node::name)
                .containsExactly(
                        "conv1", "bn1", "relu1", "pool1", "conv2", "bn2", "relu2", "flatten",
                        "logits");
        assertThat(architecture.nodes().get(0))
                .isEqualTo(Convolution.same("conv1", 8, 5).withBias(false));
        assertThat(architecture.view("logits").parts().get(0).input())
                .isEqualTo(Shape.flat(16 * 16 * 16));
    }

    @Test
    void miniAlexNetNamesItsLayers() {
        assertThat(names(Presets.miniAlexNet()))
                .containsExactly(
                        "conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "conv3", "relu3",
                        "conv4", "relu4", "conv5", "relu5", "pool5", "flatten", "fc6", "relu6",
                        "drop6", "fc7", "relu7", "drop7", "logits");
    }

    @Test
    void dropoutOfZeroIsLeftOut() {
        assertThat(new MiniAlexNet(List.of(8, 8, 8, 8, 8), 5, 16, 0).build(CIFAR, 2).nodes())
                .noneMatch(Dropout.class::isInstance);
        assertThat(names(new Mlp(List.of(8), 0.2)))
                .containsExactly("flatten", "dense1", "relu1", "drop1", "logits");
    }

    @Test
    void inceptionModuleIsOneLayerInFourUnequalBranches() {
        Architecture architecture = Presets.miniInception().build(CIFAR, 10);

        Assignment mixed1 = Assignment.of(architecture.view("mixed1"));
        assertThat(mixed1.branches()).containsExactly("1x1", "3x3", "5x5", "pool");
        assertThat(mixed1.sizes()).containsExactly(16, 32, 8, 8);
        Assignment reduce = Assignment.of(architecture.view("mixed1-reduce"));
        assertThat(reduce.branches()).containsExactly("3x3", "5x5");
        assertThat(reduce.sizes()).containsExactly(24, 4);
        assertThat(names(Presets.miniInception()))
                .containsExactly(
                        "conv1", "relu1", "pool1", "mixed1", "mixed2", "pool2", "mixed3", "average",
                        "logits");
    }

    @Test
    void singleModuleIsNotPooledAgain() {
        assertThat(names(new MiniInception(8, 3, List.of(32), true)))
                .containsExactly("conv1", "bn1", "relu1", "pool1", "mixed1", "average", "logits");
    }

    @Test
    void residualBlocksOfAStageAreBranchesOfOneLayer() {
        Architecture architecture = Presets.miniResNet().build(CIFAR, 10);

        LayerView stage1 = architecture.view("stage1");
        assertThat(stage1.parts())
                .extracting(PlacedLayer::branch)
                .containsExactly("block1", "block2");
        assertThat(stage1.units()).isEqualTo(128);
        assertThat(names(Presets.miniResNet()))
                .startsWith("conv1", "bn1", "relu1", "block1", "block1-relu", "block2")
                .endsWith("block6-relu", "average", "logits");
    }

    @Test
    void shortcutsProjectWhereTheShapeChangesAlone() {
        Architecture architecture = Presets.miniResNet().build(CIFAR, 10);

        assertThat(residuals(architecture))
                .extracting(block -> block.shortcut().isEmpty())
                .containsExactly(false, true, false, true, false, true);
        Residual third = residuals(architecture).get(2);
        assertThat(third.shortcut())
                .containsExactly(
                        Convolution.of("block3-shortcut", 128, Window.square(1).withStride(2))
                                .withBias(false),
                        BatchNormalization.named("block3-shortcut-bn"));
    }

    @Test
    void blocksOfTheDefaultResNetCanBeDividedByEight() {
        Architecture architecture = Presets.miniResNet().build(CIFAR, 10);

        assertThat(
                        Shares.equal("branches", 8)
                                .check(
                                        LayerRange.of(architecture, "block1", "block6")
                                                .weightedLayers())
                                .branches())
                .isEqualTo(8);
    }

    @Test
    void optionsThatCannotBeAreRefused() {
        refuses(
                () -> new SmallCnn(List.of(), 7, false, SmallCnn.Head.AVERAGE),
                "filters",
                "needs at least one width, found none");
        refuses(
                () -> new SmallCnn(List.of(8, 0), 7, false, SmallCnn.Head.AVERAGE),
                "filters",
                "must be at least 1, found 0");
        refuses(
                () -> new SmallCnn(List.of(8), 4, false, SmallCnn.Head.AVERAGE),
                "kernel",
                "must be odd so that maps keep their size, found 4; the nearest are 3 and 5");
        refuses(
                () -> new MiniAlexNet(List.of(8, 8), 7, 16, 0.5),
                "filters",
                "needs a width for each of conv1 to conv5, found [8, 8]");
        refuses(() -> new Mlp(List.of(8), 1), "dropout", "must be in [0, 1), found 1.0");
        refuses(
                () -> new MiniInception(8, 3, List.of(60), false),
                "widths",
                "every width must be a multiple of 16, found 60; the nearest are 48 and 64");
        refuses(
                () -> new MiniInception(8, 3, List.of(10), false),
                "widths",
                "every width must be a multiple of 16, found 10; the nearest is 16");
        refuses(
                () -> new MiniResNet(MiniResNet.Block.BASIC, List.of(8), 0),
                "blocks",
                "must be at least 1, found 0");
    }

    private static List<String> names(TrunkPreset preset) {
        return preset.build(CIFAR, 10).nodes().stream().map(Node::name).toList();
    }

    private static List<Residual> residuals(Architecture architecture) {
        return architecture.nodes().stream()
                .filter(Residual.class::isInstance)
                .map(Residual.class::cast)
                .toList();
    }

    private static void refuses(ThrowingCallable creation, String option, String message) {
        InvalidOptionException thrown =
                catchThrowableOfType(InvalidOptionException.class, creation);
        assertThat(thrown).hasMessage(message);
        assertThat(thrown.option()).isEqualTo(option);
    }
}
