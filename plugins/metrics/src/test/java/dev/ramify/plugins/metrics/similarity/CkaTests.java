package dev.ramify.plugins.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CkaTests {

    @Test
    void agreesWithTheFormulaOverSamples() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment branches = Inputs.branches(3, 7, 5).permuted(random);
            float[][] rows = mixed(12 + random.nextInt(20), 15, random);
            PreparedMetric metric = prepare(branches, rows);
            // Under another assignment than the recorded one, too.
            Assignment other = branches.permuted(random);
            for (Assignment each : List.of(branches, other)) {
                double[] values = metric.score(each);
                double first = naive(rows, each, 0, rows, each, 1);
                double second = naive(rows, each, 0, rows, each, 2);
                double third = naive(rows, each, 1, rows, each, 2);
                assertThat(values)
                        .as("seed %d", seed)
                        .containsExactly(
                                new double[] {(first + second + third) / 3, first, second, third},
                                within(1e-9));
            }
        }
    }

    @Test
    void noiseHasNothingInCommonHoweverFewSamplesThereAre() {
        // The usual estimate gives .333 for 50 units each on 100 samples, .8 for 200 on 50.
        assertThat(meanOfNoise(100, 50, 20, Estimator.UNBIASED)).isCloseTo(0, within(.01));
        assertThat(meanOfNoise(50, 200, 20, Estimator.UNBIASED)).isCloseTo(0, within(.01));
    }

    /** Return the alignment of independent halves, over several cases. */
    static double meanOfNoise(int samples, int units, int cases, Estimator estimator) {
        double sum = 0;
        for (long seed = 0; seed < cases; seed++) {
            float[][] rows = Inputs.noise(samples, 2 * units, new SplittableRandom(seed));
            Assignment branches = Inputs.branches(units, units);
            sum += prepare(branches, rows, estimator).score(branches)[0] / cases;
        }
        return sum;
    }

    @Test
    void branchesThatSeeTheSameUpToScaleAndOffsetAreFullyAligned() {
        float[][] rows = Inputs.noise(40, 3, new SplittableRandom(2));
        float[][] doubled = new float[40][6];
        for (int n = 0; n < 40; n++) {
            for (int u = 0; u < 3; u++) {
                doubled[n][u] = rows[n][u];
                doubled[n][3 + u] = 5 * rows[n][u] + 100;
            }
        }
        Assignment branches = Inputs.branches(3, 3);
        assertThat(prepare(branches, doubled).score(branches)[0]).isCloseTo(1, within(1e-6));
    }

    @Test
    void tooFewSamplesAreUndefined() {
        float[][] rows = Inputs.noise(3, 4, new SplittableRandom(2));
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(Inputs.branches(2, 2), rows))
                .withMessage("at least 4 samples are needed, found 3");
    }

    @Test
    void aBranchThatDoesNotVaryIsUndefinedAndTheOthersAreNot() {
        float[][] rows = mixed(30, 6, new SplittableRandom(2));
        for (float[] row : rows) {
            row[2] = 3;
            row[3] = 4;
        }
        Assignment branches = Inputs.branches(2, 2, 2);
        PreparedMetric metric = prepare(branches, rows);
        double[] values = metric.score(branches);
        assertThat(values[1]).isNaN();
        assertThat(values[2]).isFinite();
        assertThat(values[0]).isEqualTo(values[2]);
        assertThat(metric.reason(1))
                .isEqualTo("a branch of the pair does not vary over the samples beyond noise");
    }

    @Test
    void aSingleBranchThatVariesIsUndefined() {
        float[][] rows = mixed(30, 4, new SplittableRandom(2));
        for (float[] row : rows) {
            row[2] = 0;
            row[3] = 0;
        }
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(Inputs.branches(2, 2), rows))
                .withMessage(
                        "2 of 4 units vary over the samples, and they are in a single branch; at least 2 branches need some");
    }

    @Test
    void laterLayersAreComparedBranchByBranchAndAsAWhole() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] rows = mixed(25, 8, random);
        float[][] above = mixed(25, 5, random);
        for (int n = 0; n < 25; n++) {
            above[n][0] += rows[n][1];
        }
        Assignment branches = Inputs.branches(4, 4);
        Assignment aboveBranches = Inputs.branches(2, 3);
        MetricInput input =
                Inputs.measuring(
                        1,
                        Inputs.layer("conv1", branches, mixed(25, 8, random)),
                        Inputs.layer("conv2", branches, rows),
                        Inputs.layer("conv3", aboveBranches, above));
        Map<String, Double> found =
                new Cka()
                                .prepare(input, new CkaOptions(true, Estimator.UNBIASED))
                                .descriptions()
                                .stream()
                                .collect(
                                        Collectors.toMap(
                                                each -> each.subject().toString(),
                                                Description::value));
        assertThat(found).hasSize(5);
        assertThat(found.get("branch=b1 to-layer=conv3 other=b2"))
                .isCloseTo(naive(rows, branches, 0, above, aboveBranches, 1), within(1e-9));
        assertThat(found.get("to-layer=conv3"))
                .isCloseTo(
                        naive(rows, Inputs.branches(8), 0, above, Inputs.branches(5), 0),
                        within(1e-9));
        assertThat(
                        new Cka()
                                .prepare(input, new CkaOptions(false, Estimator.UNBIASED))
                                .descriptions())
                .isEmpty();
    }

    @Test
    void laterLayersWithoutActivationsAreLeftOut() {
        Assignment branches = Inputs.branches(2, 2);
        MetricInput input =
                Inputs.measuring(
                        0,
                        Inputs.layer("conv1", branches, mixed(9, 4, new SplittableRandom(1))),
                        Inputs.layer("conv2", branches, new double[0][]),
                        Inputs.layer("conv3", branches, mixed(9, 4, new SplittableRandom(2))));
        assertThat(
                        new Cka()
                                .prepare(input, new CkaOptions(true, Estimator.UNBIASED))
                                .descriptions())
                .isNotEmpty()
                .allMatch(each -> each.subject().toString().contains("to-layer=conv3"));
    }

    @Test
    void subjectsAreTheLayerAndItsPairs() {
        Assignment branches = Inputs.branches(2, 2, 2);
        assertThat(prepare(branches, mixed(9, 6, new SplittableRandom(1))).subjects())
                .containsExactly(
                        Subject.layer(),
                        Subject.pair("b1", "b2"),
                        Subject.pair("b1", "b3"),
                        Subject.pair("b2", "b3"));
    }

    private static PreparedMetric prepare(Assignment branches, float[][] rows) {
        return prepare(branches, rows, Estimator.UNBIASED);
    }

    private static PreparedMetric prepare(
            Assignment branches, float[][] rows, Estimator estimator) {
        return new Cka()
                .prepare(
                        Inputs.last(Inputs.layer("conv1", branches, rows)),
                        new CkaOptions(true, estimator));
    }

    /** Noise on a few common sources, so that alignment is well above 0. */
    static float[][] mixed(int samples, int units, SplittableRandom random) {
        float[][] rows = Inputs.noise(samples, units, random);
        for (float[] row : rows) {
            double one = random.nextGaussian();
            double other = random.nextGaussian();
            for (int u = 0; u < units; u++) {
                row[u] += (float) (one * Math.sin(u) + other * Math.cos(3 * u) + 2);
            }
        }
        return rows;
    }

    /** From kernels {@code [samples][samples]} with zero diagonals, term by term. */
    private static double naive(
            float[][] x, Assignment xs, int a, float[][] y, Assignment ys, int b) {
        double[][] k = kernel(x, xs.unitsOf(a));
        double[][] l = kernel(y, ys.unitsOf(b));
        return hsic(k, l) / Math.sqrt(hsic(k, k) * hsic(l, l));
    }

    /** Leave the diagonal at zero. */
    static double[][] kernel(float[][] rows, int[] units) {
        int n = rows.length;
        double[][] kernel = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int unit : units) {
                    kernel[i][j] += i == j ? 0 : (double) rows[i][unit] * rows[j][unit];
                }
            }
        }
        return kernel;
    }

    private static double hsic(double[][] k, double[][] l) {
        int n = k.length;
        double trace = 0;
        double sumK = 0;
        double sumL = 0;
        double chain = 0;
        for (int i = 0; i < n; i++) {
            double rowK = 0;
            double rowL = 0;
            for (int j = 0; j < n; j++) {
                trace += k[i][j] * l[j][i];
                rowK += k[i][j];
                rowL += l[i][j];
            }
            sumK += rowK;
            sumL += rowL;
            chain += rowK * rowL;
        }
        return (trace + sumK * sumL / ((n - 1.0) * (n - 2)) - 2 * chain / (n - 2))
                / (n * (n - 3.0));
    }
}
