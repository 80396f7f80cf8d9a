package dev.ramify.plugins.datasets.gratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.random.Seed;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GratingTests {

    @Test
    void isTheSineWaveOfItsFormula() {
        Grating grating = new Grating(0.21, 0.4, 1.1);

        double[] values = grating.values(9);

        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 9; x++) {
                double along = x * Math.cos(0.4) + y * Math.sin(0.4);
                double expected = Math.sin(2 * Math.PI * 0.21 * along + 1.1);
                assertThat(values[9 * y + x]).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void drawsAnglesEvenlyAroundVerticalAndHorizontal() {
        RandomGenerator random = new Seed(1).generator();
        int draws = 20_000;
        for (boolean horizontal : new boolean[] {false, true}) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < draws; i++) {
                double angle = Grating.draw(0.1, horizontal, 30, random).angle();
                double deviation = Math.toDegrees(angle) - (horizontal ? 90 : 0);
                assertThat(deviation).isBetween(-30.0, 30.0);
                sum += deviation;
                squares += deviation * deviation;
            }
            // Uniform on 60 degrees: deviation 60 / sqrt(12); five standard errors either way.
            assertThat(sum / draws).isCloseTo(0, within(5 * 17.32 / Math.sqrt(draws)));
            assertThat(Math.sqrt(squares / draws)).isCloseTo(17.32, within(0.4));
        }
    }

    @Test
    void drawsEveryPhase() {
        RandomGenerator random = new Seed(2).generator();
        int[] quarters = new int[4];
        for (int i = 0; i < 4000; i++) {
            double phase = Grating.draw(0.1, false, 0, random).phase();
            quarters[(int) (phase / (Math.PI / 2))]++;
        }

        for (int quarter : quarters) {
            assertThat(quarter).isBetween(860, 1140);
        }
    }

    @Test
    void normalNumbersHaveMeanZeroAndDeviationOne() {
        double[] normals = Uniform.normals(100_001, new Seed(3).generator());

        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (double normal : normals) {
            sum += normal;
            squares += normal * normal;
            fourths += Math.pow(normal, 4);
        }
        assertThat(normals).hasSize(100_001);
        assertThat(sum / normals.length).isCloseTo(0, within(0.016));
        assertThat(squares / normals.length).isCloseTo(1, within(0.023));
        assertThat(fourths / normals.length).as("kurtosis").isCloseTo(3, within(0.16));
    }

    @Test
    void colourAxesAreOrthonormal() {
        for (ColourAxis one : ColourAxis.values()) {
            for (ColourAxis other : ColourAxis.values()) {
                double product = 0;
                for (int channel = 0; channel < 3; channel++) {
                    product += one.weight(channel) * other.weight(channel);
                }
                assertThat(product).isCloseTo(one == other ? 1 : 0, within(1e-15));
            }
        }
    }
}
