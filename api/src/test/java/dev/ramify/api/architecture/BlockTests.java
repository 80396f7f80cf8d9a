package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BlockTests {

    private static final Shape INPUT = new Shape(4, 6, 6);

    @Test
    void concatenationAddsTheChannels() {
        assertThat(branches(Merge.CONCAT, conv(2, 3), conv(5, 1)).output(INPUT))
                .isEqualTo(new Shape(7, 6, 6));
    }

    @Test
    void sumKeepsTheShape() {
        assertThat(branches(Merge.SUM, conv(5, 3), conv(5, 1)).output(INPUT))
                .isEqualTo(new Shape(5, 6, 6));
    }

    @Test
    void branchWithoutNodesIsTheIdentity() {
        Branches branches =
                Branches.of(
                        "split",
                        List.of(new Branch("a", List.of()), new Branch("b", List.of(conv(2, 1)))),
                        Merge.CONCAT);

        assertThat(branches.output(INPUT)).isEqualTo(new Shape(6, 6, 6));
    }

    @Test
    void splitInputGivesEveryBranchAnEqualBlockOfChannels() {
        Branches split =
                new Branches(
                        "split",
                        List.of(new Branch("a", List.of()), new Branch("b", List.of())),
                        Merge.CONCAT,
                        BranchInput.SPLIT);

        assertThat(split.branchInput(INPUT)).isEqualTo(new Shape(2, 6, 6));
        assertThat(split.output(INPUT)).isEqualTo(INPUT);
        refuses(
                () -> split.output(new Shape(5, 6, 6)),
                "split: 5 channels cannot be split between 2 branches equally");
    }

    @Test
    void sumOfUnequalShapesIsRefused() {
        refuses(
                () -> branches(Merge.SUM, conv(5, 3), conv(4, 3)).output(INPUT),
                "split: branch 'a' gives 5x6x6 but branch 'b' gives 4x6x6; a sum needs equal shapes");
    }

    @Test
    void concatenationOfUnequalMapsIsRefused() {
        refuses(
                () -> branches(Merge.CONCAT, conv(5, 3), Pooling.max("pool", 2)).output(INPUT),
                "split: branch 'a' gives 5x6x6 but branch 'b' gives 4x3x3; a concatenation needs maps of equal height and width");
    }

    @Test
    void branchesNeedDistinctNamesAndAtLeastOneBranch() {
        Branch branch = new Branch("a", List.of());

        refuses(
                () -> Branches.of("split", List.of(branch, branch), Merge.SUM),
                "split: two branches are named 'a'");
        refuses(
                () -> Branches.of("split", List.of(), Merge.SUM),
                "split: needs at least one branch");
    }

    @Test
    void residualAddsItsBodyToItsShortcut() {
        assertThat(new Residual("block", List.of(conv(4, 3)), List.of()).output(INPUT))
                .isEqualTo(INPUT);
        assertThat(new Residual("block", List.of(conv(8, 3)), List.of(conv(8, 1))).output(INPUT))
                .isEqualTo(new Shape(8, 6, 6));
    }

    @Test
    void residualRefusesABodyThatCannotBeAdded() {
        refuses(
                () -> new Residual("block", List.of(conv(8, 3)), List.of()).output(INPUT),
                "block: the body gives 8x6x6 but the shortcut gives 4x6x6; they must agree to be added");
    }

    private static Branches branches(Merge merge, Node a, Node b) {
        return Branches.of(
                "split", List.of(new Branch("a", List.of(a)), new Branch("b", List.of(b))), merge);
    }

    private static Convolution conv(int filters, int kernel) {
        return Convolution.same("conv", filters, kernel);
    }

    private static void refuses(ThrowingCallable creation, String message) {
        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(creation)
                .withMessage(message);
    }
}
