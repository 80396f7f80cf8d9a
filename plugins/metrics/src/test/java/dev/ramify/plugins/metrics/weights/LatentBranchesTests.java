package dev.ramify.plugins.metrics.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.plugins.metrics.Inputs;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class LatentBranchesTests {

    private static final int UNITS = 64;
    private static final int INPUTS = 48;

    @Test
    void degreeNormalizationFindsPlantedBranchesWhereStrengthHidesThem() {
        double raw = 0;
        double centred = 0;
        double degree = 0;
        for (long seed = 0; seed < 20; seed++) {
            double[][] weights = planted(1, seed);
            raw += recovered(weights, Normalization.RAW) / 20;
            centred += recovered(weights, Normalization.CENTRED) / 20;
            degree += recovered(weights, Normalization.DEGREE) / 20;
        }
        assertThat(degree).isGreaterThan(.95).isGreaterThan(raw + .05).isGreaterThan(centred + .05);
    }

    @Test
    void theStrengthOfThePatternAgreesWithAFullDecomposition() {
        for (long seed = 0; seed < 10; seed++) {
            double[][] weights = planted(.5, seed);
            double[][] strengths = new double[UNITS][INPUTS];
            double[] rows = new double[UNITS];
            double[] columns = new double[INPUTS];
            for (int o = 0; o < UNITS; o++) {
                for (int i = 0; i < INPUTS; i++) {
                    strengths[o][i] = Math.abs((float) weights[o][i]);
                    rows[o] += strengths[o][i];
                    columns[i] += strengths[o][i];
                }
            }
            double[] raw = singular(strengths);
            assertThat(pattern(weights, Normalization.RAW))
                    .as("seed %d", seed)
                    .isCloseTo(raw[1] / raw[0], within(1e-7));
            for (int o = 0; o < UNITS; o++) {
                for (int i = 0; i < INPUTS; i++) {
                    strengths[o][i] /= Math.sqrt(rows[o] * columns[i]);
                }
            }
            double[] degree = singular(strengths);
            assertThat(degree[0]).isCloseTo(1, within(1e-9));
            assertThat(pattern(weights, Normalization.DEGREE))
                    .as("seed %d", seed)
                    .isCloseTo(degree[1], within(1e-7));
        }
    }

    @Test
    void theStrengthOfACentredPatternAgreesWithAFullDecomposition() {
        for (long seed = 0; seed < 10; seed++) {
            double[][] weights = planted(.5, seed);
            double[][] strengths = new double[UNITS][INPUTS];
            double[] rows = new double[UNITS];
            double[] columns = new double[INPUTS];
            double all = 0;
            for (int o = 0; o < UNITS; o++) {
                for (int i = 0; i < INPUTS; i++) {
                    strengths[o][i] = Math.abs((float) weights[o][i]);
                    rows[o] += strengths[o][i] / INPUTS;
                    columns[i] += strengths[o][i] / UNITS;
                    all += strengths[o][i] / UNITS / INPUTS;
                }
            }
            double first = singular(strengths)[0];
            for (int o = 0; o < UNITS; o++) {
                for (int i = 0; i < INPUTS; i++) {
                    strengths[o][i] += all - rows[o] - columns[i];
                }
            }
            assertThat(pattern(weights, Normalization.CENTRED))
                    .as("seed %d", seed)
                    .isCloseTo(singular(strengths)[0] / first, within(1e-7));
        }
    }

    @Test
    void groupsThatAreNotConnectedAreCutWithoutLoss() {
        double[][] weights = new double[6][4];
        for (int o = 0; o < 6; o++) {
            for (int i = 0; i < 4; i++) {
                weights[o][i] = o % 2 == i % 2 ? 1 + o + i : 0;
            }
        }
        PreparedMetric metric = prepare(weights, Normalization.DEGREE);
        assertThat(metric.score(Inputs.branches(6)))
                .containsExactly(new double[] {1, 1}, within(1e-9));
        assertThat(metric.phrase(1, Inputs.branches(6)))
                .isEqualTo("normalized cut .00, units in groups of [3, 3]");
        assertThat(column(metric, "latent-group"))
                .containsExactly("group 1", "group 2", "group 1", "group 2", "group 1", "group 2");
    }

    @Test
    void unitsAreScoredByTheNextLayerAsWell() {
        double[][] first = planted(1, 1);
        double[][] second = transposed(planted(1, 2));
        PreparedMetric metric =
                new LatentBranches()
                        .prepare(
                                Inputs.measuring(
                                        0,
                                        Inputs.layer("conv1", Inputs.branches(UNITS), first),
                                        Inputs.layer("conv2", Inputs.branches(INPUTS), second)),
                                new LatentOptions(Normalization.DEGREE, 2, 2));
        assertThat(metric.unitColumns())
                .extracting(UnitColumn::name)
                .containsExactly(
                        "latent-incoming-1",
                        "latent-incoming-2",
                        "latent-group",
                        "latent-outgoing-1",
                        "latent-outgoing-2");
        double[] scores =
                column(metric, "latent-outgoing-1").stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        assertThat(agreement(scores)).isGreaterThan(.9);
    }

    @Test
    void weightsThatAreZeroOrNotFiniteAreUndefined() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(new double[3][2], Normalization.DEGREE))
                .withMessage("all 6 weights of layer 'conv1' are zero");
        double[][] weights = {{1, 2}, {3, Double.NaN}};
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(weights, Normalization.DEGREE))
                .withMessage("unit 1 has the weight NaN");
    }

    /** Two groups with stronger connections within, and units and inputs of unequal strength. */
    static double[][] planted(double contrast, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] units = random.doubles(UNITS).toArray();
        double[] inputs = random.doubles(INPUTS).toArray();
        double[][] weights = new double[UNITS][INPUTS];
        for (int o = 0; o < UNITS; o++) {
            units[o] = Math.exp(.8 * random.nextGaussian());
        }
        for (int i = 0; i < INPUTS; i++) {
            inputs[i] = Math.exp(.8 * random.nextGaussian());
        }
        for (int o = 0; o < UNITS; o++) {
            for (int i = 0; i < INPUTS; i++) {
                double tie = o % 2 == i % 2 ? 1 + contrast : 1;
                double size = 0;
                for (int position = 0; position < 3; position++) {
                    size += Math.abs(random.nextGaussian());
                }
                weights[o][i] = -units[o] * inputs[i] * tie * size;
            }
        }
        return weights;
    }

    private static double recovered(double[][] weights, Normalization normalization) {
        PreparedMetric metric = prepare(weights, normalization);
        double[] scores =
                column(metric, "latent-incoming-1").stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        return agreement(scores);
    }

    /** Correlate scores with the planted group. */
    private static double agreement(double[] scores) {
        double[] group = IntStream.range(0, scores.length).mapToDouble(o -> o % 2).toArray();
        return Math.abs(new PearsonsCorrelation().correlation(scores, group));
    }

    private static double pattern(double[][] weights, Normalization normalization) {
        return prepare(weights, normalization).score(Inputs.branches(weights.length))[0];
    }

    private static PreparedMetric prepare(double[][] weights, Normalization normalization) {
        return new LatentBranches()
                .prepare(
                        Inputs.last(
                                Inputs.layer("conv1", Inputs.branches(weights.length), weights)),
                        new LatentOptions(normalization, 2, 1));
    }

    private static List<String> column(PreparedMetric metric, String name) {
        return metric.unitColumns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .texts();
    }

    private static double[] singular(double[][] matrix) {
        return new SingularValueDecomposition(new Array2DRowRealMatrix(matrix)).getSingularValues();
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }
}
