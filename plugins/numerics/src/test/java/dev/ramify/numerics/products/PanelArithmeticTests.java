package dev.ramify.numerics.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    void aProductIsPutInPlaceOfWhatIsThereAndThenAddedToIt() {
        for (PanelArithmetic way : ways) {
            assertMultiplies(way, panel(way, 5), panel(way, 19));
        }
    }

    @Test
    void ofAProductWithItselfTheDiagonalAndWhatIsAboveAreComputed() {
        for (PanelArithmetic way : ways) {
            INDArray panel = panel(way, 21);
            assertMultiplies(way, panel, panel);
        }
    }

    private static void assertMultiplies(PanelArithmetic way, INDArray left, INDArray right) {
        int height = (int) left.size(0);
        int width = (int) right.size(0);
        INDArray product = notNumbers(way, height, width);

        for (int times = 1; times <= 3; times++) {
            way.multiply(left, right, FILLED, product, times > 1);

            for (int i = 0; i < height; i++) {
                for (int j = left == right ? i : 0; j < width; j++) {
                    assertThat(product.getDouble(i, j))
                            .as("%s %d %d", way, i, j)
                            .isCloseTo(times * sum(left, right, i, j), within(1e-4));
                }
            }
        }
    }

    @Test
    void manyBlocksAddUpAsExactlyAsTheirPrecisionAllows() {
        for (PanelArithmetic way : ways) {
            INDArray left = panel(way, 3).addi(1);
            INDArray right = panel(way, 4).addi(1);
            double exactness = way.precision() == DataType.DOUBLE ? 1e-7 : .05;
            double[][] expected = new double[3][4];
            try (PanelProduct product = new PanelProduct(left, right, 0, 0)) {
                for (int block = 0; block < 1_000; block++) {
                    product.add(FILLED, way);
                }
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 4; j++) {
                        expected[i][j] = 1_000 * sum(left, right, i, j);
                    }
                }
                product.forEachRow(
                        (row, i) ->
                                assertThat(row).containsExactly(expected[i], within(exactness)));
            }
        }
    }

    private static INDArray notNumbers(PanelArithmetic way, int rows, int columns) {
        return Nd4j.createUninitialized(way.precision(), new long[] {rows, columns}, 'c')
                .assign(Double.NaN);
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
