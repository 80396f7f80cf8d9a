package dev.ramify.plugins.metrics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.NaiveMatching;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class ProbeSelectivityTests {

    private static final int SAMPLES = 80;
    private static final ProbeOptions FACTORS =
            new ProbeOptions(ProbeTargets.FACTORS, List.of(), 4, .05);

    private final SplittableRandom random = new SplittableRandom(3);
    private final int[] colour = random.ints(SAMPLES, 0, 3).toArray();
    private final int[] shape = random.ints(SAMPLES, 0, 2).toArray();

    @Test
    void agreesWithFittingSampleBySample() {
        for (long seed = 0; seed < 5; seed++) {
            Assignment branches = Inputs.branches(3, 4).permuted(random);
            float[][] rows = rows(7);
            MetricInput input =
                    Inputs.withSeed(
                            Inputs.ofActivations(branches, rows, new int[0], colour, shape), seed);
            Folds folds = Folds.deal(SAMPLES, 4, input.seed());
            Assignment other = branches.permuted(random);
            double[][] cells = new double[2][];
            for (int b = 0; b < 2; b++) {
                cells[b] =
                        new double[] {
                            naive(rows, other.unitsOf(b), colour, 3, folds),
                            naive(rows, other.unitsOf(b), shape, 2, folds)
                        };
            }
            assertThat(new ProbeSelectivity().prepare(input, FACTORS).score(other))
                    .as("seed %d", seed)
                    .containsExactly(
                            new double[] {
                                NaiveMatching.contrast(cells),
                                cells[0][0],
                                cells[0][1],
                                cells[1][0],
                                cells[1][1]
                            },
                            within(1e-9));
        }
    }

    @Test
    void dependsOnNeitherScaleNorOffsetOfUnits() {
        Assignment branches = Inputs.branches(3, 4);
        float[][] rows = rows(7);
        double[] values = prepare(branches, rows).score(branches);
        for (float[] row : rows) {
            for (int unit = 0; unit < 7; unit++) {
                row[unit] = (unit + 1) * row[unit] + 10 * unit;
            }
        }
        assertThat(prepare(branches, rows).score(branches)).containsExactly(values, within(1e-4));
    }

    @Test
    void randomLabelsTellNothing() {
        Assignment branches = Inputs.branches(3, 4);
        var control = prepare(branches, rows(7)).descriptions().get(0);
        assertThat(control.subject()).isEqualTo(Subject.layer().and("control", "random labels"));
        assertThat(Math.abs(control.value())).isLessThan(.15);
        assertThat(control.phrase()).startsWith("best readout of labels shuffled at random ");
    }

    @Test
    void classesAreReadOutOneByOne() {
        Assignment branches = Inputs.branches(2, 2);
        float[][] rows = new float[SAMPLES][4];
        for (int n = 0; n < SAMPLES; n++) {
            rows[n] =
                    new float[] {
                        colour[n] == 0 ? 1 : 0,
                        (float) random.nextGaussian(),
                        colour[n] == 1 ? 1 : 0,
                        (float) random.nextGaussian()
                    };
        }
        MetricInput input = Inputs.ofActivations(branches, rows, colour);
        PreparedMetric metric =
                new ProbeSelectivity()
                        .prepare(input, new ProbeOptions(ProbeTargets.CLASSES, List.of(), 5, 1e-6));
        double[] values = metric.score(branches);
        assertThat(metric.subjects().get(1))
                .isEqualTo(Subject.branch("b1").and(Subject.CLASS, "class0"));
        assertThat(values[1]).isCloseTo(1, within(1e-3));
        assertThat(values[5]).isCloseTo(1, within(1e-3));
        assertThat(values[2]).isLessThan(.5);
    }

    @Test
    void classesAreReadOutWhereFactorsAreMissing() {
        Assignment branches = Inputs.branches(2, 2);
        float[][] rows = new float[SAMPLES][4];
        for (int n = 0; n < SAMPLES; n++) {
            rows[n] =
                    new float[] {
                        colour[n] == 0 ? 1 : 0,
                        (float) random.nextGaussian(),
                        colour[n] == 1 ? 1 : 0,
                        (float) random.nextGaussian()
                    };
        }
        MetricInput input = Inputs.ofActivations(branches, rows, colour);
        PreparedMetric metric =
                new ProbeSelectivity()
                        .prepare(input, new ProbeOptions(ProbeTargets.KNOWN, List.of(), 5, 1e-6));
        double[] values = metric.score(branches);
        assertThat(metric.subjects().get(1))
                .isEqualTo(Subject.branch("b1").and(Subject.CLASS, "class0"));
        assertThat(values[1]).isCloseTo(1, within(1e-3));
        assertThat(values[5]).isCloseTo(1, within(1e-3));
        assertThat(values[2]).isLessThan(.5);
    }

    @Test
    void dataWithoutFactorsAreUndefined() {
        MetricInput input = Inputs.ofActivations(Inputs.branches(3, 3), rows(6), colour);
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> new ProbeSelectivity().prepare(input, FACTORS))
                .withMessage("no factors of the samples are known; take targets: classes");
    }

    @Test
    void aLevelOfASingleSampleIsUndefined() {
        int[] rare = new int[SAMPLES];
        rare[3] = 1;
        MetricInput input = Inputs.ofActivations(Inputs.branches(3, 3), rows(6), new int[0], rare);
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> new ProbeSelectivity().prepare(input, FACTORS))
                .withMessage(
                        "'factor0' has a single level in 3 of 4 folds; every level needs samples in several folds");
    }

    private float[][] rows(int units) {
        float[][] rows = Inputs.noise(SAMPLES, units, random);
        for (int n = 0; n < SAMPLES; n++) {
            for (int unit = 0; unit < units; unit++) {
                rows[n][unit] += (unit % 2 == 0 ? colour[n] : 2 * shape[n]);
            }
        }
        return rows;
    }

    private PreparedMetric prepare(Assignment branches, float[][] rows) {
        return new ProbeSelectivity()
                .prepare(Inputs.ofActivations(branches, rows, new int[0], colour, shape), FACTORS);
    }

    /**
     * Standardize over all samples, fit on each training set, add up errors on what is held out.
     */
    private static double naive(
            float[][] rows, int[] units, int[] levelOf, int levels, Folds folds) {
        double[][] x = standardized(rows, units);
        double errors = 0;
        double totals = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            double[] mean = new double[units.length];
            int trained = 0;
            for (int n = 0; n < x.length; n++) {
                if (folds.foldOf()[n] != fold) {
                    trained++;
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += x[n][i];
                    }
                }
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] /= trained;
            }
            RealMatrix covariance = new Array2DRowRealMatrix(mean.length, mean.length);
            for (int i = 0; i < mean.length; i++) {
                covariance.addToEntry(i, i, FACTORS.penalty());
            }
            RealVector centre = new ArrayRealVector(mean);
            for (int n = 0; n < x.length; n++) {
                if (folds.foldOf()[n] != fold) {
                    RealVector row = new ArrayRealVector(x[n]).subtract(centre);
                    covariance =
                            covariance.add(row.outerProduct(row).scalarMultiply(1.0 / trained));
                }
            }
            for (int level = 0; level < levels; level++) {
                double share = 0;
                for (int n = 0; n < x.length; n++) {
                    share += folds.foldOf()[n] != fold && levelOf[n] == level ? 1.0 / trained : 0;
                }
                RealVector product = new ArrayRealVector(mean.length);
                for (int n = 0; n < x.length; n++) {
                    if (folds.foldOf()[n] != fold) {
                        double target = (levelOf[n] == level ? 1 : 0) - share;
                        RealVector row = new ArrayRealVector(x[n]).subtract(centre);
                        product = product.add(row.mapMultiply(target / trained));
                    }
                }
                RealVector weights = new LUDecomposition(covariance).getSolver().solve(product);
                for (int n = 0; n < x.length; n++) {
                    if (folds.foldOf()[n] == fold) {
                        double target = (levelOf[n] == level ? 1 : 0) - share;
                        double guess =
                                weights.dotProduct(new ArrayRealVector(x[n]).subtract(centre));
                        errors += (target - guess) * (target - guess);
                        totals += target * target;
                    }
                }
            }
        }
        return 1 - errors / totals;
    }

    private static double[][] standardized(float[][] rows, int[] units) {
        double[][] x = new double[rows.length][units.length];
        for (int i = 0; i < units.length; i++) {
            int unit = units[i];
            double mean = Arrays.stream(rows).mapToDouble(row -> row[unit]).average().orElseThrow();
            double square = 0;
            for (float[] row : rows) {
                square += (row[unit] - mean) * (row[unit] - mean) / rows.length;
            }
            for (int n = 0; n < rows.length; n++) {
                x[n][i] = (rows[n][unit] - mean) / Math.sqrt(square);
            }
        }
        return x;
    }
}
