package dev.ramify.numerics.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepulsionTests {

    @Test
    void pairsRepelEachOtherAsTheFormulaSays() {
        double[] x = {0, 3, 0};
        double[] y = {0, 0, 1};
        double[] fx = new double[3];
        double[] fy = new double[3];
        // Similarities 1/10, 1/2 and 1/11.
        double total = new PairwiseRepulsion(3).repel(x, y, fx, fy);
        assertThat(total).isCloseTo(2 * (.1 + .5 + 1 / 11.0), within(1e-12));
        assertThat(fx[0]).isCloseTo(-.03, within(1e-12));
        assertThat(fy[0]).isCloseTo(-.25, within(1e-12));
        assertThat(fx[1]).isCloseTo(.03 + 3 / 121.0, within(1e-12));
        assertThat(fy[1]).isCloseTo(-1 / 121.0, within(1e-12));
    }

    /** Spread by 8, 2,000 points lie sparser than 10,000 do on a finished map, where it counts. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1, 8})
    void interpolationAgreesWithAllPairs(double spread) {
        int points = 2_000;
        SplittableRandom random = new SplittableRandom(7);
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = spread * random.nextGaussian();
            y[i] = spread * .6 * random.nextGaussian();
        }
        double[] fx = new double[points];
        double[] fy = new double[points];
        double[] exactX = new double[points];
        double[] exactY = new double[points];
        double exact = new PairwiseRepulsion(points).repel(x, y, exactX, exactY);
        InterpolatedRepulsion repulsion = new InterpolatedRepulsion(points);
        assertThat(repulsion.repel(x, y, fx, fy)).isCloseTo(exact, Percentage.withPercentage(1.5));
        double error = 0;
        double size = 0;
        for (int i = 0; i < points; i++) {
            error += square(fx[i] - exactX[i]) + square(fy[i] - exactY[i]);
            size += square(exactX[i]) + square(exactY[i]);
        }
        assertThat(Math.sqrt(error / size)).isLessThan(.03);
    }

    private static double square(double value) {
        return value * value;
    }
}
