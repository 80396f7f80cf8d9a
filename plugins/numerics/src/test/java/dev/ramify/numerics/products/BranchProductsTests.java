package dev.ramify.numerics.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.recording.Assignment;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchProductsTests {

    private final SplittableRandom random = new SplittableRandom(6);

    /** In double precision, in single, and in single over more samples than are read at once. */
    @ParameterizedTest
    @CsvSource({"50, 30, 9, 1e-12", "40, 1100, 9, 1e-5", "5600, 800, 3, 1e-5"})
    void squaresAndLengthsAreThoseAddedUpOneByOne(
            int samples, int units, int others, double exactness) {
        float[][] x = Made.noise(samples, units, random);
        float[][] y = Made.noise(samples, others, random);
        BranchProducts.Side left = side(x, scattered(units));
        BranchProducts.Side right = side(y, Made.branches(1, others - 1));
        Percentage exact = Percentage.withPercentage(100 * exactness);

        BranchProducts found =
                BranchProducts.of(
                        List.of(
                                new BranchProducts.Pair(left, right),
                                new BranchProducts.Pair(right, right)));

        double[][] between = squares(centred(x), left.branches(), centred(y), right.branches());
        double[][] inside = squares(centred(y), right.branches(), centred(y), right.branches());
        for (int b = 0; b < 2; b++) {
            for (int a = 0; a < 3; a++) {
                assertThat(found.squares(0)[a][b]).isCloseTo(between[a][b], exact);
            }
            assertThat(found.squares(1)[b])
                    .containsExactly(inside[b], within(exactness * inside[b][b]));
        }
        double[][] lengths = lengths(centred(x), left.branches());
        for (int a = 0; a < 3; a++) {
            for (int n = 0; n < samples; n++) {
                assertThat(found.lengths(left)[a][n]).isCloseTo(lengths[a][n], exact);
            }
        }
    }

    @Test
    void aWideLayerWithItselfIsAsWithAnotherThatHasTheSameActivations() {
        float[][] x = Made.noise(40, 1_100, random);
        Assignment branches = scattered(1_100);
        BranchProducts.Side one = side(x, branches);
        BranchProducts.Side other = side(x, branches);

        BranchProducts found =
                BranchProducts.of(
                        List.of(
                                new BranchProducts.Pair(one, one),
                                new BranchProducts.Pair(one, other)));

        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertThat(found.squares(0)[a][b])
                        .isCloseTo(found.squares(1)[a][b], Percentage.withPercentage(1e-3));
            }
        }
    }

    @Test
    void pairsTogetherAreWhatEachOfThemWouldBe() {
        BranchProducts.Side x = side(Made.noise(90, 1_100, random), scattered(1_100));
        BranchProducts.Side y = side(Made.noise(90, 900, random), scattered(900));
        List<BranchProducts.Pair> pairs =
                List.of(
                        new BranchProducts.Pair(x, y),
                        new BranchProducts.Pair(y, y),
                        new BranchProducts.Pair(x, x));

        BranchProducts together = BranchProducts.of(pairs);

        assertThat(together.squares(0))
                .isDeepEqualTo(BranchProducts.of(List.of(pairs.get(0))).squares(0));
        assertThat(together.squares(2))
                .isDeepEqualTo(BranchProducts.of(List.of(pairs.get(2))).squares(0));
        // Alone, a layer is divided into smaller panels, whose products round differently.
        double[][] alone = BranchProducts.of(List.of(pairs.get(1))).squares(0);
        for (int b = 0; b < alone.length; b++) {
            assertThat(together.squares(1)[b])
                    .containsExactly(alone[b], within(1e-6 * alone[b][b]));
        }
    }

    @Test
    void samplesThatAreLeftOutHaveNoLengths() {
        float[][] x = {{1, 0}, {2, 0}, {6, 3}};
        // Means 3 and 1: samples (-2, -1), (-1, -1) and (3, 2).
        CentredSamples samples =
                CentredSamples.of(new RowActivations(x, 2)).where(sample -> sample != 1);
        BranchProducts.Side side = new BranchProducts.Side(samples, Made.branches(2));

        BranchProducts found = BranchProducts.of(List.of(new BranchProducts.Pair(side, side)));

        assertThat(found.lengths(side)[0]).containsExactly(5, 0, 13);
        assertThat(found.squares(0)[0][0]).isEqualTo(13 * 13 + 2 * 8 * 8 + 5 * 5);
    }

    @Test
    void oneLayerWithTwoDivisionsIsRefused() {
        CentredSamples samples = CentredSamples.of(new RowActivations(Made.noise(5, 4, random), 4));
        BranchProducts.Side one = new BranchProducts.Side(samples, Made.branches(2, 2));
        BranchProducts.Side other = new BranchProducts.Side(samples, Made.branches(1, 3));
        BranchProducts.Side third = side(Made.noise(5, 2, random), Made.branches(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                BranchProducts.of(
                                        List.of(
                                                new BranchProducts.Pair(one, third),
                                                new BranchProducts.Pair(other, third))))
                .withMessage("one layer, but two divisions into branches");
    }

    private Assignment scattered(int units) {
        return Made.branches(units / 3, units / 2, units - units / 3 - units / 2).permuted(random);
    }

    private static BranchProducts.Side side(float[][] rows, Assignment branches) {
        return new BranchProducts.Side(
                CentredSamples.of(new RowActivations(rows, branches.units())), branches);
    }

    private static double[][] centred(float[][] rows) {
        double[][] centred = new double[rows.length][rows[0].length];
        for (int unit = 0; unit < rows[0].length; unit++) {
            double sum = 0;
            for (float[] row : rows) {
                sum += row[unit];
            }
            for (int n = 0; n < rows.length; n++) {
                centred[n][unit] = rows[n][unit] - sum / rows.length;
            }
        }
        return centred;
    }

    private static double[][] squares(double[][] x, Assignment xs, double[][] y, Assignment ys) {
        double[][] sums = new double[xs.branches().size()][ys.branches().size()];
        for (int i = 0; i < x[0].length; i++) {
            for (int j = 0; j < y[0].length; j++) {
                double product = 0;
                for (int n = 0; n < x.length; n++) {
                    product += x[n][i] * y[n][j];
                }
                sums[xs.branchOf(i)][ys.branchOf(j)] += product * product;
            }
        }
        return sums;
    }

    private static double[][] lengths(double[][] x, Assignment branches) {
        double[][] lengths = new double[branches.branches().size()][x.length];
        for (int n = 0; n < x.length; n++) {
            for (int unit = 0; unit < x[n].length; unit++) {
                lengths[branches.branchOf(unit)][n] += x[n][unit] * x[n][unit];
            }
        }
        return lengths;
    }
}
