package dev.ramify.plugins.metrics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankSeparationTests {

    @Test
    void branchesThatDoNotOverlapAreSeparatedWhicheverIsHigher() {
        Assignment branches = Inputs.branches(2, 3);
        assertThat(RankSeparation.of(new double[] {1, 2, 3, 4, 5}).score(branches)).isEqualTo(1);
        assertThat(RankSeparation.of(new double[] {9, 8, 3, 4, 5}).score(branches)).isEqualTo(1);
    }

    @Test
    void equalValuesDoNotSeparate() {
        double[] same = {2, 2, 2, 2, 2, 2};
        assertThat(RankSeparation.of(same).score(Inputs.branches(3, 3))).isEqualTo(0.5);
        assertThat(RankSeparation.of(same).score(Inputs.branches(2, 2, 2))).isZero();
    }

    @Test
    void areaIsTheShareOfPairsInOrder() {
        for (long seed = 0; seed < 50; seed++) {
            Assignment branches = Inputs.branches(7, 10).permuted(new SplittableRandom(seed));
            double[] values = values(17, seed);
            double pairs = 0;
            double inOrder = 0;
            for (int one : branches.unitsOf(0)) {
                for (int other : branches.unitsOf(1)) {
                    if (Double.isNaN(values[one]) || Double.isNaN(values[other])) {
                        continue;
                    }
                    pairs++;
                    inOrder +=
                            values[one] > values[other]
                                    ? 1
                                    : values[one] == values[other] ? 0.5 : 0;
                }
            }
            double area = inOrder / pairs;
            assertThat(RankSeparation.of(values).score(branches))
                    .as("seed %d", seed)
                    .isCloseTo(Math.max(area, 1 - area), within(1e-12));
        }
    }

    @Test
    void shareIsKruskalWallisOverItsGreatestWithoutTies() {
        for (long seed = 0; seed < 50; seed++) {
            Assignment branches = Inputs.branches(4, 6, 5).permuted(new SplittableRandom(seed));
            double[] values = new SplittableRandom(seed).doubles(15).toArray();
            double h = 0;
            for (int b = 0; b < 3; b++) {
                double sum =
                        IntStream.of(branches.unitsOf(b))
                                .mapToDouble(
                                        u ->
                                                Arrays.stream(values)
                                                        .filter(v -> v <= values[u])
                                                        .count())
                                .sum();
                h += sum * sum / branches.sizes()[b];
            }
            h = 12 / (15.0 * 16) * h - 3 * 16;
            assertThat(RankSeparation.of(values).score(branches))
                    .as("seed %d", seed)
                    .isCloseTo(h / 14, within(1e-12));
        }
    }

    @Test
    void noDivisionScoresAboveTheCeilingAndOneReachesIt() {
        Assignment branches = Inputs.branches(2, 3, 5);
        RankSeparation ranking = RankSeparation.of(values(10, 4));
        double ceiling = ranking.ceiling(branches);
        double greatest = 0;
        SplittableRandom random = new SplittableRandom(1);
        // 10! / (2! 3! 5!) = 2520 divisions, so all are seen.
        for (int i = 0; i < 40_000; i++) {
            greatest = Math.max(greatest, ranking.score(branches.permuted(random)));
        }
        assertThat(greatest).isLessThanOrEqualTo(ceiling + 1e-12);
        RankSeparation distinct = RankSeparation.of(new SplittableRandom(2).doubles(10).toArray());
        double reached = 0;
        for (int i = 0; i < 40_000; i++) {
            reached = Math.max(reached, distinct.score(branches.permuted(random)));
        }
        assertThat(reached).isCloseTo(distinct.ceiling(branches), within(1e-12));
    }

    @Test
    void manyBranchesHaveACeilingOnlyIfTheyAreOfOneSize() {
        double[] values = new SplittableRandom(2).doubles(40).toArray();
        int[] equal = new int[20];
        Arrays.fill(equal, 2);
        assertThat(RankSeparation.of(values).ceiling(Inputs.branches(equal))).isBetween(0.95, 1.0);
        equal[0] = 1;
        equal[1] = 3;
        assertThat(RankSeparation.of(values).ceiling(Inputs.branches(equal))).isNaN();
    }

    /** Values with ties and with units that have none. */
    private static double[] values(int units, long seed) {
        return new SplittableRandom(seed)
                .ints(units, 0, 12)
                .mapToDouble(value -> value == 0 ? Double.NaN : value)
                .toArray();
    }
}
