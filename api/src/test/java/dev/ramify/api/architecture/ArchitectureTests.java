package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final Shape IMAGE = new Shape(3, 8, 8);

    @Test
    void alexNetHasThePublishedParametersAndMacs() {
        Architecture alexNet = KnownNetworks.alexNet();

        assertThat(alexNet.cost()).isEqualTo(new Cost(60_965_224, 724_406_816));
        assertThat(alexNet.output()).isEqualTo(Shape.flat(1000));
    }

    @Test
    void resNet50HasThePublishedParametersAndMacs() {
        assertThat(KnownNetworks.resNet50().cost()).isEqualTo(new Cost(25_557_032, 4_089_184_256L));
    }

    @Test
    void layersAreListedWithPathBranchAndShapes() {
        Architecture architecture = columns();

        assertThat(architecture.layers().stream().map(PlacedLayer::path))
                .containsExactly("columns/a/conv", "columns/b/conv", "columns/b/relu", "flatten");
        assertThat(architecture.layers().stream().map(PlacedLayer::branch))
                .containsExactly("a", "b", "b", "");
        assertThat(architecture.layers().get(1).input()).isEqualTo(IMAGE);
        assertThat(architecture.layers().get(1).output()).isEqualTo(new Shape(6, 8, 8));
        assertThat(architecture.layers().get(3).input()).isEqualTo(new Shape(8, 8, 8));
    }

    @Test
    void residualBlockCountsAsBranchOfItsNameAndItsShortcutToo() {
        Architecture architecture =
                new Architecture(
                        "residual",
                        IMAGE,
                        List.of(
                                new Residual(
                                        "block",
                                        List.of(Convolution.same("body", 4, 3)),
                                        List.of(Convolution.same("projection", 4, 1)))));

        assertThat(architecture.layers().stream().map(PlacedLayer::path))
                .containsExactly("block/body", "block/projection");
        assertThat(architecture.layers().stream().map(PlacedLayer::branch))
                .containsExactly("block", "block");
    }

    @Test
    void nestedBranchesJoinTheirNames() {
        Branches inner =
                Branches.of(
                        "inner",
                        List.of(new Branch("x", List.of(Convolution.same("conv", 2, 1)))),
                        Merge.CONCAT);
        Architecture architecture =
                new Architecture(
                        "nested",
                        IMAGE,
                        List.of(
                                Branches.of(
                                        "outer",
                                        List.of(new Branch("a", List.of(inner))),
                                        Merge.CONCAT)));

        PlacedLayer conv = architecture.layers().get(0);
        assertThat(conv.path()).isEqualTo("outer/a/inner/x/conv");
        assertThat(conv.branch()).isEqualTo("a/x");
    }

    @Test
    void sequenceOpensNoScope() {
        Architecture architecture =
                new Architecture(
                        "sequence",
                        IMAGE,
                        List.of(new Sequence("stem", List.of(Convolution.same("conv", 4, 3)))));

        assertThat(architecture.layers().get(0).path()).isEqualTo("conv");
    }

    @Test
    void viewsGatherTheWeightedLayersOfOneNameThroughAllBranches() {
        LayerView view = columns().view("conv");

        assertThat(view.units()).isEqualTo(8);
        assertThat(view.isBranched()).isTrue();
        assertThat(view.parts().stream().map(PlacedLayer::branch)).containsExactly("a", "b");
        assertThat(columns().views()).containsExactly(view);
    }

    @Test
    void layerOnTheTrunkIsAViewThatIsNotBranched() {
        LayerView view = KnownNetworks.alexNet().view("conv3");

        assertThat(view.units()).isEqualTo(384);
        assertThat(view.isBranched()).isFalse();
    }

    @Test
    void unknownViewNamesThoseThereAre() {
        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(() -> columns().view("relu"))
                .withMessage("columns: no weighted layer is named 'relu'; there are [conv]");
    }

    @Test
    void costIsTheSumOverAllBranches() {
        // 3x3x3 weights and a bias for each of 2 + 6 filters; 27 MACs at 64 positions for each.
        assertThat(columns().cost()).isEqualTo(new Cost(8 * 28, 8 * 27 * 64));
    }

    @Test
    void emptyArchitectureIsTheIdentity() {
        Architecture empty = new Architecture("empty", IMAGE, List.of());

        assertThat(empty.output()).isEqualTo(IMAGE);
        assertThat(empty.cost()).isEqualTo(Cost.ZERO);
        assertThat(empty.views()).isEmpty();
    }

    @Test
    void nodesAreCopied() {
        List<Node> nodes = new java.util.ArrayList<>(List.of(Activation.relu("relu")));
        Architecture architecture = new Architecture("copied", IMAGE, nodes);

        nodes.clear();

        assertThat(architecture.layers()).hasSize(1);
    }

    private static Architecture columns() {
        return new Architecture(
                "columns",
                IMAGE,
                List.of(
                        Branches.of(
                                "columns",
                                List.of(
                                        new Branch("a", List.of(Convolution.same("conv", 2, 3))),
                                        new Branch(
                                                "b",
                                                List.of(
                                                        Convolution.same("conv", 6, 3),
                                                        Activation.relu("relu")))),
                                Merge.CONCAT),
                        new Flatten("flatten")));
    }
}
