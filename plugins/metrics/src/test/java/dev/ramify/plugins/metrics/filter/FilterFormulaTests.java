package dev.ramify.plugins.metrics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

/** The whole way from filters to the separation of branches, by the formulas. */
class FilterFormulaTests {

    private static final int UNITS = 12;
    private static final int SIDE = 5;
    private static final double[] DEVIATION = {.5, 1, 2};

    @Test
    void agreesWithOpponentsTransformsAndRanksOfRandomFilters() {
        for (long seed = 0; seed < 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][][] filters = filters(random);
            double[] colour = new double[UNITS];
            double[] frequency = new double[UNITS];
            for (int unit = 0; unit < UNITS; unit++) {
                double[][] pixels = new double[3][SIDE * SIDE];
                for (int c = 0; c < 3; c++) {
                    for (int i = 0; i < pixels[c].length; i++) {
                        pixels[c][i] = (float) filters[unit][c][i] / DEVIATION[c];
                    }
                }
                colour[unit] = colourIndex(pixels);
                frequency[unit] = SpectrumTests.naive(dominant(pixels), SIDE, SIDE)[0];
            }
            Assignment branches =
                    (seed % 2 == 0 ? Inputs.branches(5, 7) : Inputs.branches(3, 4, 5))
                            .permuted(random);
            PreparedMetric metric =
                    new FilterStatistics()
                            .prepare(
                                    Inputs.ofFilters(branches, filters, DEVIATION),
                                    new NoOptions());
            double[][] expected = {colour, frequency};
            for (int property = 0; property < 2; property++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    String printed = metric.unitColumns().get(property).texts().get(unit);
                    assertThat(Double.parseDouble(printed))
                            .as("seed %d, unit %d", seed, unit)
                            .isCloseTo(expected[property][unit], withPercentage(1e-4));
                }
                assertThat(metric.score(branches)[property])
                        .as("seed %d", seed)
                        .isCloseTo(separation(expected[property], branches), withPercentage(1e-4));
            }
        }
    }

    private static double[][][] filters(SplittableRandom random) {
        double[][][] filters = new double[UNITS][3][SIDE * SIDE];
        for (double[][] filter : filters) {
            double common = random.nextDouble();
            for (int i = 0; i < SIDE * SIDE; i++) {
                double grey = random.nextGaussian();
                for (double[] channel : filter) {
                    channel[i] = common * grey + (1 - common) * random.nextGaussian();
                }
            }
        }
        return filters;
    }

    private static double colourIndex(double[][] pixels) {
        double[][] opponents = {
            {1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3)},
            {1 / Math.sqrt(2), -1 / Math.sqrt(2), 0},
            {1 / Math.sqrt(6), 1 / Math.sqrt(6), -2 / Math.sqrt(6)}
        };
        double[] energy = new double[3];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < pixels[0].length; i++) {
                double along = 0;
                for (int c = 0; c < 3; c++) {
                    along += opponents[k][c] * pixels[c][i];
                }
                energy[k] += along * along;
            }
        }
        return (energy[1] + energy[2]) / (energy[0] + energy[1] + energy[2]);
    }

    /** Project channels without their means on the first principal component. */
    private static double[] dominant(double[][] pixels) {
        double[][] centred = new double[3][];
        for (int c = 0; c < 3; c++) {
            double mean = Arrays.stream(pixels[c]).average().orElseThrow();
            centred[c] = Arrays.stream(pixels[c]).map(value -> value - mean).toArray();
        }
        var channels = new Array2DRowRealMatrix(centred);
        double[] direction = new SingularValueDecomposition(channels).getU().getColumn(0);
        return channels.preMultiply(direction);
    }

    /** The share of pairs in order with two branches; else of the variance of ranks between. */
    private static double separation(double[] values, Assignment branches) {
        double[] ranks =
                Arrays.stream(values)
                        .map(each -> Arrays.stream(values).filter(v -> v <= each).count())
                        .toArray();
        if (branches.branches().size() == 2) {
            double inOrder = 0;
            for (int one : branches.unitsOf(0)) {
                for (int other : branches.unitsOf(1)) {
                    inOrder += ranks[one] > ranks[other] ? 1 : 0;
                }
            }
            double area = inOrder / branches.sizes()[0] / branches.sizes()[1];
            return Math.max(area, 1 - area);
        }
        double between = 0;
        double total = 0;
        double mean = (UNITS + 1) / 2.0;
        for (int b = 0; b < branches.branches().size(); b++) {
            double own =
                    Arrays.stream(branches.unitsOf(b))
                            .mapToDouble(unit -> ranks[unit])
                            .average()
                            .orElseThrow();
            between += branches.sizes()[b] * (own - mean) * (own - mean);
        }
        for (double rank : ranks) {
            total += (rank - mean) * (rank - mean);
        }
        return between / total;
    }
}
