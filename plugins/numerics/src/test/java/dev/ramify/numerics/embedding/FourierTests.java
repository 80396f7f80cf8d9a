package dev.ramify.numerics.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTests {

    private final SplittableRandom random = new SplittableRandom(3);

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16, 24, 48, 64, 96})
    void aProductOfFrequenciesIsACircularConvolution(int length) {
        double[][] one = column(length);
        double[][] other = column(length);
        double[] expected = new double[length];
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < length; j++) {
                expected[(i + j) % length] += one[i][0] * other[j][0];
            }
        }
        double[][] oneIm = new double[length][1];
        double[][] otherIm = new double[length][1];
        Fourier fourier = new Fourier(length);
        fourier.forward(one, oneIm);
        fourier.forward(other, otherIm);
        for (int k = 0; k < length; k++) {
            double re = one[k][0] * other[k][0] - oneIm[k][0] * otherIm[k][0];
            oneIm[k][0] = one[k][0] * otherIm[k][0] + oneIm[k][0] * other[k][0];
            one[k][0] = re;
        }
        fourier.inverse(one, oneIm);
        for (int i = 0; i < length; i++) {
            assertThat(one[i][0] / length).as("%d", i).isCloseTo(expected[i], within(1e-12));
            assertThat(oneIm[i][0] / length).as("%d", i).isCloseTo(0, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 13, 300, 385, 700})
    void lengthsAreLongEnoughAndAtMostHalfAsLongAgain(int least) {
        int length = Fourier.lengthFrom(least);
        assertThat(length)
                .isGreaterThanOrEqualTo(least)
                .isLessThanOrEqualTo(Math.max(8, 3 * least / 2));
    }

    private double[][] column(int length) {
        double[][] column = new double[length][1];
        for (double[] row : column) {
            row[0] = random.nextDouble() - .5;
        }
        return column;
    }
}
