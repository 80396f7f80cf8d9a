package dev.ramify.numerics.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProductsTests {

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void productsAgreeWithAddingUpOneByOne() {
        float[][] x = Made.noise(70, 600, random);
        float[][] y = Made.noise(70, 13, random);
        CentredSamples left = CentredSamples.of(new RowActivations(x, 600));
        CentredSamples right = CentredSamples.of(new RowActivations(y, 13));
        assertAgree(Products.of(left, right), x, y, 1, 1);
        assertAgree(Products.of(left, left), x, x, 1, 7);
        assertAgree(Products.ofSquares(left, right), x, y, 2, 1);
    }

    @Test
    void productsOfWideLayersAreAsExactAsTheirActivations() {
        float[][] x = Made.noise(60, 1_100, random);
        // The same numbers in another place are multiplied as any other two layers.
        CentredSamples other = CentredSamples.of(new RowActivations(x, 1_100));
        CentredSamples samples = CentredSamples.of(new RowActivations(x, 1_100));
        double[][] products = Products.of(samples, samples);
        double[][] apart = Products.of(samples, other);
        double[][] squares = Products.ofSquares(samples, samples);
        for (int i = 0; i < 1_100; i += 41) {
            for (int j = 0; j < 1_100; j += 37) {
                assertThat(products[i][j])
                        .as("%d, %d", i, j)
                        .isCloseTo(sum(x, x, i, j, 1), within(2e-5))
                        .isCloseTo(apart[i][j], within(2e-5))
                        .isEqualTo(products[j][i]);
                assertThat(squares[i][j])
                        .as("%d, %d", i, j)
                        .isCloseTo(sum(x, x, i, j, 2), within(1e-3));
            }
        }
    }

    @Test
    void samplesThatAreLeftOutDoNotCountButDoForTheMean() {
        float[][] x = {{1, 0}, {2, 0}, {6, 3}};
        CentredSamples samples =
                CentredSamples.of(new RowActivations(x, 2)).where(sample -> sample != 1);
        // Means 3 and 1: products of (-2, -1) and (3, 2).
        double[][] products = Products.of(samples, samples);
        assertThat(products[0][0]).isCloseTo(13, within(1e-12));
        assertThat(products[0][1]).isCloseTo(8, within(1e-12));
        assertThat(products[1][1]).isCloseTo(5, within(1e-12));
    }

    /** Of wide layers, and more samples than are read at once: of the first ones none is kept. */
    @Test
    void whereMostSamplesAreLeftOutTheOthersCount() {
        float[][] x = Made.noise(6_000, 800, random);
        CentredSamples samples =
                CentredSamples.of(new RowActivations(x, 800))
                        .where(sample -> sample > 5_500 && sample % 3 == 0);
        double[][] products = Products.of(samples, samples);
        for (int i = 0; i < 800; i += 97) {
            for (int j = 0; j < 800; j += 89) {
                double sum = 0;
                for (int n = 5_502; n < 6_000; n += 3) {
                    sum += (x[n][i] - mean(x, i)) * (x[n][j] - mean(x, j));
                }
                assertThat(products[i][j]).as("%d, %d", i, j).isCloseTo(sum, within(1e-3));
            }
        }
    }

    @Test
    void whereAllSamplesAreLeftOutProductsAreZero() {
        for (int units : new int[] {5, 800}) {
            float[][] x = Made.noise(6, units, random);
            CentredSamples samples =
                    CentredSamples.of(new RowActivations(x, units)).where(sample -> false);
            assertThat(Products.of(samples, samples)).isDeepEqualTo(new double[units][units]);
        }
    }

    @Test
    void layersOfMoreThanTwoBillionNumbersAreRead() {
        Activations huge = new Zeros(600_000, 4_096);
        float[] room = new float[3 * 4_096];
        assertThat(CentredSamples.rows(huge, 0, room)).isSameAs(room);
        assertThat(CentredSamples.rows(huge, 599_999, room)).hasSize(4_096);
    }

    private record Zeros(int samples, int units) implements Activations {

        @Override
        public void read(int from, float[] into) {}
    }

    @Test
    void activationsThatAreNotFiniteAreNamed() {
        float[][] x = {{1, 0}, {2, Float.NaN}};
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> CentredSamples.of(new RowActivations(x, 2)))
                .withMessage("unit 1 has the activation NaN at sample 1");
    }

    @Test
    void theFirstOfSeveralActivationsThatAreNotFiniteIsNamed() {
        float[][] x = Made.noise(3_000, 600, random);
        x[700][3] = Float.POSITIVE_INFINITY;
        x[2_900][5] = Float.NaN;
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> CentredSamples.of(new RowActivations(x, 600)))
                .withMessage("unit 3 has the activation Infinity at sample 700");
    }

    @Test
    void blockSumsAgreeWithAddingUpOneByOne() {
        double[][] matrix = new double[20][20];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        Assignment assignment = Made.branches(5, 9, 6).permuted(random);
        double[][] sums = BlockSums.of(matrix, assignment);
        double[][] naive = new double[3][3];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                naive[assignment.branchOf(i)][assignment.branchOf(j)] += matrix[i][j];
            }
        }
        for (int a = 0; a < 3; a++) {
            assertThat(sums[a]).containsExactly(naive[a], within(1e-9));
        }
    }

    private static void assertAgree(
            double[][] products, float[][] x, float[][] y, int power, int step) {
        for (int i = 0; i < x[0].length; i += step) {
            for (int j = 0; j < y[0].length; j += step) {
                assertThat(products[i][j])
                        .as("%d, %d", i, j)
                        .isCloseTo(sum(x, y, i, j, power), within(1e-9));
            }
        }
    }

    private static double sum(float[][] x, float[][] y, int i, int j, int power) {
        double meanX = mean(x, i);
        double meanY = mean(y, j);
        double sum = 0;
        for (int n = 0; n < x.length; n++) {
            sum += Math.pow(x[n][i] - meanX, power) * Math.pow(y[n][j] - meanY, power);
        }
        return sum;
    }

    private static double mean(float[][] rows, int column) {
        double sum = 0;
        for (float[] row : rows) {
            sum += row[column];
        }
        return sum / rows.length;
    }
}
