package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeBranchesTests {

    private static final List<String> BRANCHES = List.of("b1", "b2");

    private final NullDraws first = draws("b1", 5, 0.04, 3, 9, 1);
    private final NullDraws second = draws("b2", 7, 0.3, 4, 2, 1);

    @Test
    void theGreatestIsTakenInTheValueAndInEveryDraw() {
        NullDraws joined = join(BranchKinds.allAlike(), first, second).get(0);
        assertThat(joined.subject())
                .isEqualTo(Subject.branch("one of b1, b2").and(Subject.FAMILY, "colour"));
        assertThat(joined.value()).isEqualTo(7);
        assertThat(joined.draws()).containsExactly(4, 9, 1);
        assertThat(joined.pAdjusted()).isEqualTo(0.04);
        assertThat(joined.ceiling()).isEqualTo(16);
    }

    @Test
    void theSmallestIsTakenWhereSmallIsExtreme() {
        NullDraws joined =
                join(BranchKinds.allAlike(), with(first, Tail.LESS), with(second, Tail.LESS))
                        .get(0);
        assertThat(joined.value()).isEqualTo(5);
        assertThat(joined.draws()).containsExactly(3, 2, 1);
        assertThat(joined.tail()).isEqualTo(Tail.LESS);
    }

    @Test
    void theFarthestFromChanceIsTakenWhereBothSidesAreExtreme() {
        NullDraws joined =
                join(
                                BranchKinds.allAlike(),
                                with(first, Tail.TWO_SIDED),
                                with(second, Tail.TWO_SIDED))
                        .get(0);
        // Centres (3 + 9 + 1 + 5) / 4 = 4.5 and (4 + 2 + 1 + 7) / 4 = 3.5.
        assertThat(joined.value()).isEqualTo(3.5);
        assertThat(joined.draws()).containsExactly(1.5, 4.5, 3.5);
        assertThat(joined.tail()).isEqualTo(Tail.GREATER);
        assertThat(joined.ceiling()).isNull();
    }

    @Test
    void subjectsThatNameNoBranchStayAsTheyAre() {
        NullDraws layer =
                new NullDraws(
                        "m",
                        "conv1",
                        Subject.layer(),
                        Tail.GREATER,
                        1,
                        null,
                        1.0,
                        NullModel.UNIT_PERMUTATION,
                        false,
                        new double[] {0});
        assertThat(join(BranchKinds.allAlike(), layer)).containsExactly(layer);
    }

    @Test
    void pairsOfBranchesBuiltAlikeAreJoinedToo() {
        NullDraws pair =
                new NullDraws(
                        "m",
                        "conv1",
                        Subject.pair("b1", "b2"),
                        Tail.GREATER,
                        1,
                        null,
                        1.0,
                        NullModel.UNIT_PERMUTATION,
                        false,
                        new double[] {0});
        assertThat(join(BranchKinds.allAlike(), pair).get(0).subject())
                .isEqualTo(Subject.pair("one of b1, b2", "one of b1, b2"));
    }

    @Test
    void aDrawWithoutValueInOneBranchHasNone() {
        NullDraws gap = draws("b1", 5, 0.04, Double.NaN, 9, 1);
        assertThat(join(BranchKinds.allAlike(), gap, second).get(0).draws()[0]).isNaN();
    }

    private static List<NullDraws> join(BranchKinds kinds, NullDraws... named) {
        return new AlikeBranches(kinds, BRANCHES).join(List.of(named));
    }

    private static NullDraws draws(String branch, double value, double p, double... draws) {
        Subject subject = Subject.branch(branch).and(Subject.FAMILY, "colour");
        return new NullDraws(
                "m",
                "conv1",
                subject,
                Tail.GREATER,
                value,
                16.0,
                p,
                NullModel.UNIT_PERMUTATION,
                false,
                draws);
    }

    private static NullDraws with(NullDraws draws, Tail tail) {
        return new NullDraws(
                draws.metric(),
                draws.layer(),
                draws.subject(),
                tail,
                draws.value(),
                draws.ceiling(),
                draws.pAdjusted(),
                NullModel.UNIT_PERMUTATION,
                false,
                draws.draws());
    }
}
