package dev.ramify.plugins.metrics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTests {

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void aGratingThatFillsTheGridHasItsOwnFrequency(int cycles) {
        Spectrum spectrum = Spectrum.of(grating(32, cycles / 32.0, 0), 32, 32);
        assertThat(spectrum.frequency()).isCloseTo(cycles / 32.0, within(1e-9));
        assertThat(spectrum.orientation()).isCloseTo(0, within(1e-6));
        assertThat(spectrum.anisotropy()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aSmallGratingIsFoundDespitePadding() {
        Spectrum spectrum = Spectrum.of(grating(11, 0.25, 60), 11, 11);
        assertThat(spectrum.frequency()).isCloseTo(0.25, within(0.05));
        assertThat(spectrum.orientation()).isCloseTo(60, within(3.0));
        assertThat(spectrum.anisotropy()).isGreaterThan(0.7);
    }

    @Test
    void aBlobHasNoOrientation() {
        double[] blob = new double[49];
        for (int i = 0; i < 49; i++) {
            double x = i % 7 - 3;
            double y = i / 7 - 3;
            blob[i] = Math.exp(-(x * x + y * y) / 4);
        }
        assertThat(Spectrum.of(new double[][] {blob}, 7, 7).anisotropy()).isLessThan(1e-4);
    }

    @Test
    void aFilterWithoutPatternHasNoSpectrum() {
        double[][] flat = {{3, 3, 3, 3}, {-1, -1, -1, -1}};
        assertThat(Spectrum.of(flat, 2, 2).frequency()).isNaN();
        assertThat(Spectrum.of(new double[][] {{5}}, 1, 1).frequency()).isNaN();
    }

    @Test
    void theColourThatHoldsThePatternIsMeasured() {
        double[] pattern = grating(32, 0.125, 0)[0];
        double[][] redAgainstBlue = {
            pattern,
            new double[pattern.length],
            Arrays.stream(pattern).map(value -> -value).toArray()
        };
        assertThat(Spectrum.of(redAgainstBlue, 32, 32).frequency()).isCloseTo(0.125, within(1e-9));
    }

    @Test
    void agreesWithTheTransformByItsDefinition() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 5; i++) {
            double[] filter = random.doubles(20).map(value -> value - 0.5).toArray();
            Spectrum spectrum = Spectrum.of(new double[][] {filter}, 4, 5);
            double[] naive = naive(filter, 4, 5);
            assertThat(spectrum.frequency()).as("case %d", i).isCloseTo(naive[0], within(1e-9));
            assertThat(spectrum.anisotropy()).as("case %d", i).isCloseTo(naive[1], within(1e-9));
            assertThat(spectrum.orientation()).as("case %d", i).isCloseTo(naive[2], within(1e-6));
        }
    }

    private static double[][] grating(int side, double frequency, double degrees) {
        double[] pattern = new double[side * side];
        double angle = Math.toRadians(degrees);
        for (int i = 0; i < pattern.length; i++) {
            double along = i % side * Math.cos(angle) + Math.floorDiv(i, side) * Math.sin(angle);
            pattern[i] = Math.sin(2 * Math.PI * frequency * along);
        }
        return new double[][] {pattern};
    }

    /** Return frequency, anisotropy and orientation. */
    static double[] naive(double[] filter, int height, int width) {
        double mean = Arrays.stream(filter).average().orElseThrow();
        double total = 0;
        double radius = 0;
        double cosine = 0;
        double sine = 0;
        for (int v = -16; v < 16; v++) {
            for (int u = -16; u < 16; u++) {
                double re = 0;
                double im = 0;
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        double phase = 2 * Math.PI * (u * x + v * y) / 32;
                        re += (filter[y * width + x] - mean) * Math.cos(phase);
                        im -= (filter[y * width + x] - mean) * Math.sin(phase);
                    }
                }
                double power = re * re + im * im;
                double phi = Math.atan2(v, u);
                total += power;
                radius += Math.hypot(u, v) / 32 * power;
                cosine += power * Math.cos(2 * phi);
                sine += power * Math.sin(2 * phi);
            }
        }
        double degrees = Math.toDegrees(Math.atan2(sine, cosine) / 2);
        return new double[] {
            radius / total, Math.hypot(cosine, sine) / total, degrees < 0 ? degrees + 180 : degrees
        };
    }
}
