package dev.ramify.core.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.Cost;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrunkPresetTests {

    private static final Shape CIFAR = new Shape(3, 32, 32);
    private static final List<TrunkPreset> DEFAULTS =
            List.of(
                    Presets.smallCnn(),
                    Presets.miniAlexNet(),
                    Presets.miniInception(),
                    Presets.miniResNet(),
                    Presets.mlp());

    @Test
    void smallCnnHasTheCostCountedByHand() {
        // conv1 32x3x49+32, conv2 32x32x9+32, conv3 64x32x9+64 at 32, 16 and 8 pixels; logits.
        assertThat(Presets.smallCnn().build(CIFAR, 10).cost())
                .isEqualTo(
                        new Cost(
                                4_736 + 9_248 + 18_496 + 650,
                                4_704L * 1024 + 9_216 * 256 + 18_432 * 64 + 640));
    }

    @Test
    void miniAlexNetHasTheCostCountedByHand() {
        // Maps of 32, 15, 7 and 3 pixels.
        assertThat(Presets.miniAlexNet().build(CIFAR, 10).cost())
                .isEqualTo(new Cost(465_866, 26_035_712));
    }

    @Test
    void miniInceptionHasTheCostCountedByHand() {
        int mixed1 = 16 * 32 + 24 * 32 + 32 * 24 * 9 + 4 * 32 + 8 * 4 * 25 + 8 * 32;
        int mixed2 = 24 * 64 + 36 * 64 + 48 * 36 * 9 + 6 * 64 + 12 * 6 * 25 + 12 * 64;
        int mixed3 = 32 * 96 + 48 * 96 + 64 * 48 * 9 + 8 * 96 + 16 * 8 * 25 + 16 * 96;
        int biases = (16 + 24 + 32 + 4 + 8 + 8) + (24 + 36 + 48 + 6 + 12 + 12) + 184;
        assertThat(Presets.miniInception().build(CIFAR, 10).cost())
                .isEqualTo(
                        new Cost(
                                4_736 + mixed1 + mixed2 + mixed3 + biases + 1_290,
                                4_704 * 1024 + (mixed1 + mixed2) * 256 + mixed3 * 64 + 1_280))
                .isEqualTo(new Cost(78_992, 15_551_744));
    }

    @Test
    void miniResNetHasTheCostCountedByHand() {
        assertThat(Presets.miniResNet().build(CIFAR, 10).cost())
                .isEqualTo(new Cost(220_378, 33_737_216));
    }

    @Test
    void basicResNetHasTheCostCountedByHand() {
        // As ResNet-8 of one block a stage, with projections: 3x3 of 16, 32 and 64.
        MiniResNet basic = new MiniResNet(MiniResNet.Block.BASIC, List.of(16, 32, 64), 1);
        int block1 = 2 * 16 * 16 * 9;
        int block2 = 32 * 16 * 9 + 32 * 32 * 9 + 32 * 16;
        int block3 = 64 * 32 * 9 + 64 * 64 * 9 + 64 * 32;
        int normalization = 2 * (16 + 2 * 16 + 3 * 32 + 3 * 64);
        assertThat(basic.build(CIFAR, 10).cost())
                .isEqualTo(
                        new Cost(
                                432 + block1 + block2 + block3 + normalization + 650,
                                (432 + block1) * 1024L + block2 * 256L + block3 * 64L + 640));
    }

    @Test
    void mlpHasTheCostCountedByHand() {
        assertThat(Presets.mlp().build(CIFAR, 10).cost())
                .isEqualTo(new Cost(786_688 + 32_896 + 1_290, 3072 * 256 + 256 * 128 + 128 * 10));
    }

    @Test
    void everyPresetTakesImagesOfManySizesAndEndsInLogits() {
        for (TrunkPreset preset : DEFAULTS) {
            for (Shape image :
                    List.of(
                            new Shape(3, 16, 16),
                            new Shape(1, 28, 28),
                            CIFAR,
                            new Shape(3, 33, 47),
                            new Shape(3, 64, 64))) {
                List<Node> nodes = preset.build(image, 7).nodes();
                assertThat(nodes.get(nodes.size() - 1))
                        .as("%s of %s", preset, image)
                        .isEqualTo(new Dense("logits", 7, true));
            }
        }
    }

    @Test
    void imageThatIsTooSmallIsToldTheLayer() {
        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(() -> Presets.miniAlexNet().build(new Shape(1, 8, 8), 2))
                .withMessage("pool5: a window of 3 does not fit into 1 pixels with padding 0");
    }

    @Test
    void everyPresetAndEveryOptionIsDescribed() {
        List<Class<?>> undescribed = new ArrayList<>();
        for (Class<?> preset : TrunkPreset.class.getPermittedSubclasses()) {
            assertThat(preset.getAnnotation(Choice.class)).as("%s", preset).isNotNull();
            for (RecordComponent component : preset.getRecordComponents()) {
                if (component.getAnnotation(Option.class) == null
                        || component.getAnnotation(Option.class).defaultValue().isEmpty()) {
                    undescribed.add(preset);
                }
            }
        }
        assertThat(undescribed).isEmpty();
        assertThat(TrunkPreset.class.getPermittedSubclasses()).hasSize(DEFAULTS.size());
        assertThat(
                        Arrays.stream(TrunkPreset.class.getPermittedSubclasses())
                                .map(preset -> preset.getAnnotation(Choice.class).value()))
                .containsExactlyInAnyOrder(
                        "small-cnn", "mini-alexnet", "mini-inception", "mini-resnet", "mlp");
    }
}
