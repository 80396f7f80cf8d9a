package dev.ramify.plugins.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.option.InvalidOptionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardinalityTests {

    private final Cardinality cardinality = new Cardinality();

    @Test
    void blockOfTheTemplateHasTheWeightsOfThePaper() {
        // Section 3.3: C (256 d + 3 x 3 d d + 256 d) is about 70k for C = 32 and d = 4.
        Architecture branched =
                cardinality.branch(oneBlock(), new CardinalityOptions(32, "block", "block", 0.5));

        long weights =
                branched.layers().stream()
                        .filter(placed -> placed.branch().startsWith("block"))
                        .filter(placed -> placed.layer() instanceof WeightedLayer)
                        .mapToLong(placed -> placed.cost().parameters())
                        .sum();
        assertThat(weights).isEqualTo(32 * (256 * 4 + 3 * 3 * 4 * 4 + 256 * 4)).isEqualTo(70_144);
    }

    @Test
    void resNeXt50HasThePublishedParametersAndTheMacsOfTheGroupedForm() {
        Architecture branched =
                cardinality.branch(
                        Trunks.resNeXt50(1),
                        new CardinalityOptions(32, "block1.1", "block4.3", 0.5));

        assertThat(branched.cost().parameters()).isEqualTo(25_028_904);
        assertThat(branched.cost()).isEqualTo(Trunks.resNeXt50(32).cost());
    }

    @Test
    void pathsAreSummedBeforeTheLastNormalization() {
        Architecture branched =
                cardinality.branch(oneBlock(), new CardinalityOptions(2, "block", "block", 0.5));

        Residual block = (Residual) branched.nodes().get(0);
        Branches paths = (Branches) block.body().get(0);
        assertThat(block.body().get(1)).isEqualTo(BatchNormalization.named("bn3"));
        assertThat(paths.merge()).isEqualTo(Merge.SUM);
        assertThat(paths.branches()).extracting(Branch::name).containsExactly("b1", "b2");
        assertThat(paths.branches().get(1).nodes())
                .containsExactly(
                        Convolution.same("conv1", 64, 1).withBias(false),
                        BatchNormalization.named("bn1"),
                        Activation.relu("relu1"),
                        Convolution.same("conv2", 64, 3).withBias(false),
                        BatchNormalization.named("bn2"),
                        Activation.relu("relu2"),
                        Convolution.same("conv3", 256, 1).withBias(false));
        assertThat(branched.view("conv2").parts())
                .extracting(PlacedLayer::branch)
                .containsExactly("block/b1", "block/b2");
    }

    @Test
    void biasOfTheSumStandsInTheFirstPathAlone() {
        Architecture trunk = block(biased("a", 1), biased("b", 3), biased("c", 1));
        Architecture branched =
                cardinality.branch(trunk, new CardinalityOptions(4, "block", "block", 0.5));

        assertThat(branched.view("c").parts())
                .extracting(part -> ((Convolution) part.layer()).bias())
                .containsExactly(true, false, false, false);
        assertThat(branched.view("b").parts())
                .extracting(part -> ((Convolution) part.layer()).bias())
                .containsOnly(true);
    }

    @Test
    void shortcutAndNodesOutsideBlocksStayAsTheyAre() {
        Architecture trunk = Trunks.resNeXt50(1);
        Architecture branched =
                cardinality.branch(trunk, new CardinalityOptions(8, "conv1", "block1.1", 0.5));

        assertThat(branched.nodes().get(0)).isEqualTo(trunk.nodes().get(0));
        assertThat(((Residual) branched.nodes().get(4)).shortcut())
                .isEqualTo(((Residual) trunk.nodes().get(4)).shortcut());
        assertThat(branched.nodes().get(6)).isEqualTo(trunk.nodes().get(6));
    }

    @Test
    void plainConvolutionBecomesSummedBottlenecks() {
        Architecture branched =
                cardinality.branch(
                        Trunks.small(), new CardinalityOptions(4, "conv2", "relu2", 0.5));

        Branches paths = (Branches) branched.nodes().get(3);
        assertThat(paths.name()).isEqualTo("conv2-paths");
        assertThat(paths.merge()).isEqualTo(Merge.SUM);
        assertThat(paths.branches().get(1).nodes())
                .containsExactly(
                        Convolution.same("conv2-in", 4, 1),
                        Activation.relu("conv2-in-relu"),
                        Convolution.same("conv2", 4, 3),
                        Activation.relu("conv2-relu"),
                        Convolution.same("conv2-out", 32, 1).withBias(false));
        // 4 x (16 x 4 + 4) + 4 x (4 x 4 x 9 + 4) + 4 x 4 x 32 + 32, in place of 32 x 16 x 9 + 32.
        assertThat(branched.cost().parameters() - Trunks.small().cost().parameters())
                .isEqualTo((272 + 592 + 544) - 4640);
    }

    @Test
    void convolutionWithoutBiasGetsNormalizedPaths() {
        Architecture trunk =
                Trunks.small()
                        .withNodes(
                                List.of(
                                        Convolution.same("conv", 8, 3).withBias(false),
                                        BatchNormalization.named("bn"),
                                        Convolution.same("last", 8, 3)));

        Branches paths =
                (Branches)
                        cardinality
                                .branch(trunk, new CardinalityOptions(2, "conv", "bn", 0.5))
                                .nodes()
                                .get(0);
        assertThat(paths.branches().get(0).nodes())
                .extracting(Node::name)
                .containsExactly(
                        "conv-in",
                        "conv-in-bn",
                        "conv-in-relu",
                        "conv",
                        "conv-bn",
                        "conv-relu",
                        "conv-out");
    }

    @Test
    void innerWidthThatCannotBeDividedIsRefused() {
        InvalidOptionException thrown =
                refusal(oneBlock(), new CardinalityOptions(3, "block", "block", 0.5));

        assertThat(thrown.option()).isEqualTo("branches");
        assertThat(thrown)
                .hasMessage(
                        "3 branches cannot share the units of 'conv1' (128 units), 'conv2' (128 units) equally; the nearest that fit all layers: 2 or 4");
    }

    @Test
    void blockOfTwoConvolutionsIsRefusedSinceItsPathsWouldChangeNothing() {
        assertThat(
                        refusal(
                                block(biased("a", 3), biased("b", 3)),
                                new CardinalityOptions(2, "block", "block", 0.5)))
                .hasMessage(
                        "the body of block 'block' has 2 convolutions, but paths need at least 3: summed paths of two compute what the undivided body computes; use bottleneck blocks");
    }

    @Test
    void bodyThatEndsInABlockIsRefused() {
        assertThat(
                        refusal(
                                block(new Residual("inner", List.of(biased("a", 3)), List.of())),
                                new CardinalityOptions(2, "block", "block", 0.5)))
                .hasMessage(
                        "the body of block 'block' does not end in a convolution or dense layer, so its paths cannot be summed");
    }

    @Test
    void rangeOfDenseLayersIsRefused() {
        Architecture trunk =
                new Architecture(
                        "mlp",
                        Shape.flat(8),
                        List.of(new Dense("a", 8, true), new Dense("logits", 2, true)));

        assertThat(refusal(trunk, new CardinalityOptions(2, "a", "a", 0.5)))
                .hasMessage("there is no residual block and no convolution from 'a' to 'a'");
    }

    @Test
    void groupedConvolutionIsRefused() {
        Architecture trunk =
                new Architecture(
                        "grouped",
                        new Shape(4, 8, 8),
                        List.of(
                                Convolution.same("a", 8, 3).withGroups(4),
                                Convolution.same("b", 8, 3)));

        assertThat(refusal(trunk, new CardinalityOptions(2, "a", "a", 0.5)))
                .hasMessage("the convolution 'a' has 4 groups already and cannot become paths");
    }

    private static Architecture oneBlock() {
        return new Architecture(
                "block",
                new Shape(256, 8, 8),
                List.of(
                        Trunks.bottleneck("block", 256, 1, 1, false),
                        Activation.relu("relu"),
                        Convolution.same("last", 4, 1)));
    }

    private static Architecture block(Node... body) {
        return new Architecture(
                "block",
                new Shape(8, 8, 8),
                List.of(
                        new Residual("block", List.of(body), List.of()),
                        Convolution.same("last", 4, 1)));
    }

    private static Convolution biased(String name, int kernel) {
        return Convolution.same(name, 8, kernel);
    }

    private InvalidOptionException refusal(Architecture trunk, CardinalityOptions options) {
        return catchThrowableOfType(
                InvalidOptionException.class, () -> cardinality.branch(trunk, options));
    }
}
