package dev.ramify.plugins.metrics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PanelArithmeticTests {

    private static final int SAMPLES = 37;
    private static final int FILLED = 31;

    private final SplittableRandom random = new SplittableRandom(8);
    private final List<PanelArithmetic> ways =
            List.of(
                    OneDnnArithmetic.load(),
                    new BlasArithmetic(DataType.FLOAT),
                    new BlasArithmetic(DataType.DOUBLE));

    @Test
    void aProductIsAddedToItsPlaceAlone() {
        for (PanelArithmetic way : ways) {
            INDArray left = panel(way, 5);
            INDArray right = panel(way, 19);
            double[][] sums = ones(8, 25);

            way.multiply(new PanelPair(left, right, FILLED, 2, 4), sums);

            for (int i = 0; i < 8; i++) {
                for (int j = 0; j < 25; j++) {
                    boolean inside = i >= 2 && i < 7 && j >= 4 && j < 23;
                    double expected = 1 + (inside ? sum(left, right, i - 2, j - 4) : 0);
                    assertThat(sums[i][j])
                            .as("%s %d %d", way, i, j)
                            .isCloseTo(expected, within(1e-4));
                }
            }
        }
    }

    @Test
    void ofAProductWithItselfNothingIsAddedBelowTheDiagonal() {
        for (PanelArithmetic way : ways) {
            INDArray panel = panel(way, 21);
            double[][] sums = ones(21, 21);

            way.multiply(new PanelPair(panel, panel, FILLED, 0, 0), sums);

            for (int i = 0; i < 21; i++) {
                for (int j = 0; j < 21; j++) {
                    double expected = 1 + (j >= i ? sum(panel, panel, i, j) : 0);
                    assertThat(sums[i][j])
                            .as("%s %d %d", way, i, j)
                            .isCloseTo(expected, within(1e-4));
                }
            }
        }
    }

    private static double[][] ones(int rows, int columns) {
        double[][] ones = new double[rows][columns];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    /** Samples after those that count are not numbers, so that reading them would show. */
    private INDArray panel(PanelArithmetic way, int units) {
        INDArray panel =
                Nd4j.createUninitialized(way.precision(), new long[] {units, SAMPLES}, 'f');
        for (int i = 0; i < units; i++) {
            for (int n = 0; n < SAMPLES; n++) {
                panel.putScalar(i, n, n < FILLED ? random.nextGaussian() : Double.NaN);
            }
        }
        return panel;
    }

    private static double sum(INDArray left, INDArray right, int i, int j) {
        double sum = 0;
        for (int n = 0; n < FILLED; n++) {
            sum += left.getDouble(i, n) * right.getDouble(j, n);
        }
        return sum;
    }
}
