package dev.ramify.api.branching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.InvalidOptionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTests {

    private static final Shape INPUT = new Shape(8, 4, 4);
    private static final List<Node> TREE =
            List.of(
                    Convolution.same("a", 8, 3),
                    new Sequence("s", List.of(Convolution.same("b", 8, 3), Activation.relu("c"))),
                    new Residual(
                            "r",
                            List.of(Convolution.same("d", 16, 3)),
                            List.of(Convolution.same("e", 16, 1))),
                    new Branches(
                            "m",
                            List.of(
                                    new Branch("x", List.of(Convolution.same("f", 4, 1))),
                                    new Branch("y", List.of(BatchNormalization.named("g")))),
                            Merge.CONCAT,
                            BranchInput.SPLIT),
                    new Flatten("h"),
                    new Dense("i", 32, false));

    @Test
    void layersAreListedInTheOrderOfTheTree() {
        assertThat(Nodes.layers(TREE))
                .extracting(Layer::name)
                .containsExactly(letters("abcdefghi"));
        assertThat(Nodes.weighted(TREE)).extracting(Layer::name).containsExactly(letters("abdefi"));
    }

    @Test
    void mappingReplacesLayersAndKeepsBlocks() {
        List<Node> doubled =
                Nodes.map(
                        TREE,
                        layer ->
                                layer instanceof Convolution c
                                        ? List.of(c, Activation.relu(c.name() + "-relu"))
                                        : List.of());

        assertThat(Nodes.layers(doubled))
                .extracting(Layer::name)
                .containsExactly(
                        "a", "a-relu", "b", "b-relu", "d", "d-relu", "e", "e-relu", "f", "f-relu");
        assertThat(doubled).extracting(Node::name).containsExactly("a", "a-relu", "s", "r", "m");
        assertThat(((Branches) doubled.get(4)).input()).isEqualTo(BranchInput.SPLIT);
    }

    @Test
    void mappingEachLayerToItselfChangesNothing() {
        assertThat(Nodes.map(TREE, List::of)).isEqualTo(TREE);
    }

    @Test
    void narrowingReachesIntoEveryBlockAndKeepsNames() {
        List<Node> half = Nodes.narrowed(TREE, INPUT, layer -> layer.units() / 2);

        assertThat(Nodes.weighted(half))
                .extracting(layer -> layer.name() + ":" + layer.units())
                .containsExactly("a:4", "b:4", "d:8", "e:8", "f:2", "i:16");
        assertThat(new Sequence("half", half).output(INPUT)).isEqualTo(Shape.flat(16));
    }

    @Test
    void narrowingToTheSameWidthsChangesNothing() {
        assertThat(Nodes.narrowed(TREE, INPUT, layer -> layer.units())).isEqualTo(TREE);
    }

    @Test
    void groupedConvolutionKeepsTheInputsOfAFilter() {
        List<Node> trunk =
                List.of(
                        grouped("shared", 16, 4),
                        grouped("inside", 16, 4),
                        grouped("depthwise", 16, 16),
                        grouped("pair", 16, 2));

        List<Node> quarter = Nodes.narrowed(trunk, INPUT, layer -> layer.units() / 4);

        // The first sees all 8 channels, the others 4 of 16.
        assertThat(quarter)
                .containsExactly(
                        grouped("shared", 4, 4),
                        grouped("inside", 4, 1),
                        grouped("depthwise", 4, 4),
                        grouped("pair", 4, 1));
    }

    @Test
    void groupsCutByTheDivisionAreRefused() {
        List<Node> trunk = List.of(Convolution.same("a", 12, 1), grouped("b", 12, 3));

        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(() -> Nodes.narrowed(trunk, INPUT, layer -> layer.units() / 2))
                .withMessage(
                        "b: its 3 groups of 4 input channels cannot be kept in a branch that sees 6 of 12 channels");
    }

    @Test
    void residualBlockAtTheStartIsRefusedUnlessItsShortcutIsDividedToo() {
        List<Node> identity =
                List.of(new Residual("block", List.of(Convolution.same("a", 8, 3)), List.of()));

        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> Nodes.narrowed(identity, INPUT, layer -> layer.units() / 2))
                .withMessage(
                        "the residual block 'block' cannot be divided where the range starts: in a branch its body gives 4x4x4 but its shortcut, which has no units to divide, gives 8x4x4; start the range at the layer before it")
                .extracting(InvalidOptionException::option)
                .isEqualTo("from");
    }

    private static Convolution grouped(String name, int filters, int groups) {
        return Convolution.same(name, filters, 3).withGroups(groups);
    }

    private static String[] letters(String letters) {
        return letters.split("");
    }
}
