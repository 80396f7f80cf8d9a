package dev.ramify.plugins.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BiasedCkaTests {

    @Test
    void theBiasedEstimateFindsNoiseAlikeAsMuchAsPublished() {
        // sqrt(p q / ((n + p) (n + q))); single values have standard deviations of .010 and .007.
        assertThat(CkaTests.meanOfNoise(100, 50, 80, Estimator.BIASED))
                .isCloseTo(.333, within(.005));
        assertThat(CkaTests.meanOfNoise(50, 200, 80, Estimator.BIASED))
                .isCloseTo(.800, within(.004));
    }

    @Test
    void theBiasedEstimateAgreesWithCentredKernels() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment branches = Inputs.branches(3, 7, 5).permuted(random);
            float[][] rows = CkaTests.mixed(12 + random.nextInt(20), 15, random);
            Assignment above = Inputs.branches(2, 3);
            float[][] rowsAbove = CkaTests.mixed(rows.length, 5, random);
            PreparedMetric metric =
                    new Cka()
                            .prepare(
                                    Inputs.measuring(
                                            0,
                                            Inputs.layer("conv1", branches, rows),
                                            Inputs.layer("conv2", above, rowsAbove)),
                                    new CkaOptions(true, Estimator.BIASED));
            double first = biased(rows, branches, 0, rows, branches, 1);
            double second = biased(rows, branches, 0, rows, branches, 2);
            double third = biased(rows, branches, 1, rows, branches, 2);
            assertThat(metric.score(branches))
                    .as("seed %d", seed)
                    .containsExactly(
                            new double[] {(first + second + third) / 3, first, second, third},
                            within(1e-9));
            assertThat(metric.descriptions().get(1).value())
                    .as("seed %d", seed)
                    .isCloseTo(biased(rows, branches, 0, rowsAbove, above, 0), within(1e-9));
        }
    }

    @Test
    void theBiasIsSaid() {
        assertThat(new Cka().profile(new CkaOptions(true, Estimator.BIASED)).misleads())
                .contains("reads .8 for noise");
        assertThat(new Cka().profile(new CkaOptions(true, Estimator.UNBIASED)))
                .isEqualTo(new Cka().profile());
    }

    /** From kernels {@code [samples][samples]} whose rows and columns have the mean 0. */
    private static double biased(
            float[][] x, Assignment xs, int a, float[][] y, Assignment ys, int b) {
        double[][] k = centred(x, xs.unitsOf(a));
        double[][] l = centred(y, ys.unitsOf(b));
        return trace(k, l) / Math.sqrt(trace(k, k) * trace(l, l));
    }

    private static double[][] centred(float[][] rows, int[] units) {
        int n = rows.length;
        double[][] kernel = CkaTests.kernel(rows, units);
        for (int i = 0; i < n; i++) {
            for (int unit : units) {
                kernel[i][i] += (double) rows[i][unit] * rows[i][unit];
            }
        }
        double[][] centred = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double mean = 0;
                for (int m = 0; m < n; m++) {
                    mean += (kernel[i][m] + kernel[m][j]) / n;
                    for (int o = 0; o < n; o++) {
                        mean -= kernel[m][o] / n / n;
                    }
                }
                centred[i][j] = kernel[i][j] - mean;
            }
        }
        return centred;
    }

    private static double trace(double[][] k, double[][] l) {
        double trace = 0;
        for (int i = 0; i < k.length; i++) {
            for (int j = 0; j < k.length; j++) {
                trace += k[i][j] * l[j][i];
            }
        }
        return trace;
    }
}
