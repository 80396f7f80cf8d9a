package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BranchDepthTests {

    private static final Convolution FIRST = Convolution.same("first", 8, 3);
    private static final Convolution SECOND = Convolution.same("second", 8, 3);

    @Test
    void layersAreCountedFromWhereTheBranchesPart() {
        Architecture columns =
                of(
                        Convolution.same("stem", 8, 3),
                        branches(BranchInput.SHARED, FIRST, Activation.relu("relu"), SECOND),
                        Convolution.same("top", 8, 1));
        assertThat(BranchDepth.of(columns, "stem")).isZero();
        assertThat(BranchDepth.of(columns, "first")).isEqualTo(1);
        assertThat(BranchDepth.of(columns, "second")).isEqualTo(2);
        assertThat(BranchDepth.of(columns, "top")).isZero();
    }

    @Test
    void branchesThatSeeAShareOfTheChannelsAreDeeper() {
        Architecture shuffled =
                of(
                        branches(BranchInput.SHARED, FIRST),
                        new ChannelShuffle("shuffle", 2),
                        branches("again", BranchInput.SPLIT, SECOND));
        assertThat(BranchDepth.of(shuffled, "first")).isEqualTo(1);
        assertThat(BranchDepth.of(shuffled, "second")).isEqualTo(2);
    }

    @Test
    void anInceptionModuleIsAsDeepAsItsReductions() {
        Architecture module =
                of(
                        new Branches(
                                "module",
                                List.of(
                                        new Branch("1x1", List.of(Convolution.same("out", 8, 1))),
                                        new Branch(
                                                "3x3",
                                                List.of(
                                                        Convolution.same("reduce", 4, 1),
                                                        Convolution.same("out", 8, 3)))),
                                Merge.CONCAT,
                                BranchInput.SHARED));
        assertThat(BranchDepth.of(module, "reduce")).isEqualTo(1);
        assertThat(BranchDepth.of(module, "out")).isEqualTo(2);
    }

    @Test
    void nestedBranchesCountFromTheOutermost() {
        Architecture nested =
                of(branches(BranchInput.SHARED, FIRST, branches("in", BranchInput.SHARED, SECOND)));
        assertThat(BranchDepth.of(nested, "second")).isEqualTo(2);
    }

    private static Architecture of(Node... nodes) {
        return new Architecture("net", new Shape(3, 8, 8), List.of(nodes));
    }

    private static Branches branches(BranchInput input, Node... nodes) {
        return branches("columns", input, nodes);
    }

    private static Branches branches(String name, BranchInput input, Node... nodes) {
        return new Branches(
                name,
                List.of(new Branch("b1", List.of(nodes)), new Branch("b2", List.of(nodes))),
                Merge.CONCAT,
                input);
    }
}
