package dev.ramify.plugins.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class CoherenceTests {

    @Test
    void agreesWithTheFormula() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment branches = Inputs.branches(4, 6, 1, 3).permuted(random);
            float[][] rows = CkaTests.mixed(30, 14, random);
            Assignment other = branches.permuted(random);
            double[] values = prepare(branches, rows, false).score(other);
            assertThat(values)
                    .as("seed %d", seed)
                    .containsExactly(naive(columns(rows), other), within(1e-9));
            assertThat(values[3]).isNaN();
        }
    }

    @Test
    void withoutTheBranchMeanItAgreesWithRegressingItOut() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment branches = Inputs.branches(4, 6, 4).permuted(random);
            float[][] rows = CkaTests.mixed(30, 14, random);
            Assignment other = branches.permuted(random);
            assertThat(prepare(branches, rows, true).score(other))
                    .as("seed %d", seed)
                    .containsExactly(naive(residuals(rows, other), other), within(1e-9));
        }
    }

    @Test
    void unitsOfABranchThatCopyEachOtherAreFullyCoherent() {
        float[][] rows = new float[50][4];
        SplittableRandom random = new SplittableRandom(1);
        for (float[] row : rows) {
            float one = (float) random.nextGaussian();
            float other = (float) random.nextGaussian();
            row[0] = one;
            row[1] = -2 * one;
            row[2] = other;
            row[3] = other + 7;
        }
        Assignment branches = Inputs.branches(2, 2);
        PreparedMetric metric = prepare(branches, rows, false);
        double across = Math.abs(correlation(rows, 0, 2));
        assertThat(metric.score(branches)[0]).isCloseTo(1 - across, within(1e-6));
        assertThat(metric.phrase(0, branches)).startsWith("mean |r| 1.00 within, .");
    }

    @Test
    void deadUnitsTakeNoPart() {
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = CkaTests.mixed(30, 6, random);
        float[][] more = new float[30][8];
        for (int n = 0; n < 30; n++) {
            System.arraycopy(rows[n], 0, more[n], 0, 6);
            more[n][6] = 5;
        }
        Assignment branches = Inputs.branches(3, 3);
        Assignment wider = Assignment.of(branches.branches(), new int[] {0, 0, 0, 1, 1, 1, 1, 0});
        for (boolean partial : new boolean[] {false, true}) {
            PreparedMetric metric = prepare(wider, more, partial);
            assertThat(metric.takesPart(6)).isFalse();
            assertThat(metric.score(wider))
                    .containsExactly(
                            prepare(branches, rows, partial).score(branches), within(1e-9));
        }
    }

    private static PreparedMetric prepare(Assignment branches, float[][] rows, boolean partial) {
        return new Coherence()
                .prepare(
                        Inputs.last(Inputs.layer("conv1", branches, rows)),
                        new CoherenceOptions(partial));
    }

    private static double[] naive(double[][] columns, Assignment assignment) {
        int branches = assignment.branches().size();
        double[][] sum = new double[1 + branches][2];
        double[][] count = new double[1 + branches][2];
        for (int i = 0; i < assignment.units(); i++) {
            for (int j = 0; j < assignment.units(); j++) {
                if (i != j) {
                    int side = assignment.branchOf(i) == assignment.branchOf(j) ? 0 : 1;
                    double size =
                            Math.abs(new PearsonsCorrelation().correlation(columns[i], columns[j]));
                    for (int s : new int[] {0, 1 + assignment.branchOf(i)}) {
                        sum[s][side] += size;
                        count[s][side]++;
                    }
                }
            }
        }
        double[] values = new double[1 + branches];
        for (int s = 0; s < values.length; s++) {
            values[s] = sum[s][0] / count[s][0] - sum[s][1] / count[s][1];
        }
        return values;
    }

    private static double correlation(float[][] rows, int i, int j) {
        return new PearsonsCorrelation().correlation(column(rows, i), column(rows, j));
    }

    private static double[][] columns(float[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToObj(unit -> column(rows, unit))
                .toArray(double[][]::new);
    }

    private static double[] column(float[][] rows, int unit) {
        double[] column = new double[rows.length];
        for (int n = 0; n < column.length; n++) {
            column[n] = rows[n][unit];
        }
        return column;
    }

    /** Standardize, average over branches, and take off the regression on the own average. */
    private static double[][] residuals(float[][] rows, Assignment assignment) {
        double[][] standard = new double[assignment.units()][];
        for (int u = 0; u < standard.length; u++) {
            standard[u] = column(rows, u);
            double mean = mean(standard[u]);
            double square = 0;
            for (double value : standard[u]) {
                square += (value - mean) * (value - mean);
            }
            for (int n = 0; n < rows.length; n++) {
                standard[u][n] = (standard[u][n] - mean) / Math.sqrt(square);
            }
        }
        double[][] left = new double[assignment.units()][rows.length];
        for (int u = 0; u < standard.length; u++) {
            int[] members = assignment.unitsOf(assignment.branchOf(u));
            double[] average = new double[rows.length];
            for (int member : members) {
                for (int n = 0; n < rows.length; n++) {
                    average[n] += standard[member][n] / members.length;
                }
            }
            double slope = 0;
            double square = 0;
            for (int n = 0; n < rows.length; n++) {
                slope += average[n] * standard[u][n];
                square += average[n] * average[n];
            }
            for (int n = 0; n < rows.length; n++) {
                left[u][n] = standard[u][n] - slope / square * average[n];
            }
        }
        return left;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
