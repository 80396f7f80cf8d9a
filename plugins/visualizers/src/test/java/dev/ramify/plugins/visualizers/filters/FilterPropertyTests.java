package dev.ramify.plugins.visualizers.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.plugins.visualizers.fakes.FakeFilters;
import dev.ramify.plugins.visualizers.filters.FilterProperty.Comparison;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class FilterPropertyTests {

    private static double[][] grey(double frequency, int side) {
        double[][] filter = new double[3][side * side];
        for (int i = 0; i < side * side; i++) {
            double value = Math.cos(2 * Math.PI * frequency * (i % side));
            for (double[] channel : filter) {
                channel[i] = value;
            }
        }
        return filter;
    }

    @Test
    void greyFiltersHaveNoColour() {
        assertThat(Spectra.colourIndex(grey(.2, 7))).isCloseTo(0, within(1e-12));
    }

    @Test
    void opponentFiltersAreAllColour() {
        double[][] opponent = {{1, 2}, {-1, -2}, {0, 0}};
        assertThat(Spectra.colourIndex(opponent)).isCloseTo(1, within(1e-12));
    }

    /** R alone: energy 1, of which 1/3 is luminance. */
    @Test
    void oneChannelAloneIsTwoThirdsColour() {
        assertThat(Spectra.colourIndex(new double[][] {{3}, {0}, {0}}))
                .isCloseTo(2.0 / 3, within(1e-12));
    }

    /** The index of white noise of size 7 follows Beta(49, 24.5): mean 2/3, deviation .055. */
    @Test
    void whiteNoiseIsTwoThirdsColour() {
        FakeFilters filters = new FakeFilters(400, new SplittableRandom(3));
        for (int unit = 0; unit < 400; unit++) {
            filters.noise(unit, 1);
        }
        double[] indices = FilterProperty.colour(bank(filters, 400), List.of()).values();
        double mean = Arrays.stream(indices).average().orElseThrow();
        double variance = Arrays.stream(indices).map(v -> (v - mean) * (v - mean)).sum() / 399;
        assertThat(mean).isCloseTo(2.0 / 3, within(.01));
        assertThat(Math.sqrt(variance)).isCloseTo(.055, within(.006));
    }

    /** A grating as wide as the transform has all its power at its own frequency. */
    @Test
    void theFrequencyOfAGratingIsItsOwn() {
        for (int cycles : new int[] {1, 4, 7, 15}) {
            assertThat(Spectra.frequency(grey(cycles / 32.0, 32), 32, 32))
                    .as("%d cycles in 32 pixels", cycles)
                    .isCloseTo(cycles / 32.0, within(1e-9));
        }
    }

    @Test
    void aConstantFilterHasNoFrequency() {
        assertThat(Spectra.frequency(new double[][] {{1, 1, 1, 1}}, 2, 2)).isNaN();
    }

    @Test
    void weightsAreTakenBackToPixels() {
        FakeFilters filters = new FakeFilters(1, new SplittableRandom(1)).noise(0, 1);
        FilterBank plain = bank(filters, 1, 1, 1, 1);
        FilterBank scaled = bank(filters, 1, 1, 1, 2);
        assertThat(scaled.filters()[0][0]).isEqualTo(plain.filters()[0][0]);
        assertThat(scaled.filters()[0][2][5]).isEqualTo(plain.filters()[0][2][5] / 2);
    }

    /** Drawing branches at random agrees with the closed form. */
    @Test
    void chanceIsWhatRandomBranchesGive() {
        Random random = new Random(11);
        double[] values = random.doubles(20).toArray();
        FilterProperty property = new FilterProperty("x", "", values, 1);
        Comparison closed = property.compare(new int[] {0, 1, 2, 3, 4, 5, 6});
        int draws = 40_000;
        double sum = 0;
        double squares = 0;
        Assignment assignment =
                Assignment.of(
                        List.of("a", "b"),
                        new int[] {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        SplittableRandom shuffles = new SplittableRandom(5);
        for (int i = 0; i < draws; i++) {
            int[] units = assignment.permuted(shuffles).unitsOf(0);
            double mean = Arrays.stream(units).mapToDouble(u -> values[u]).average().orElseThrow();
            sum += mean;
            squares += mean * mean;
        }
        double mean = sum / draws;
        assertThat(closed.chanceMean()).isCloseTo(mean, within(.002));
        assertThat(closed.chanceSd())
                .isCloseTo(Math.sqrt(squares / draws - mean * mean), within(.002));
    }

    @Test
    void whatAMetricFoundIsPreferred() {
        FakeFilters filters = new FakeFilters(2, new SplittableRandom(1)).noise(0, 1).noise(1, 1);
        List<UnitColumn> columns =
                List.of(UnitColumn.Quantity.of(FilterProperty.COLOUR, "", 0.25, Double.NaN));
        assertThat(FilterProperty.colour(bank(filters, 2), columns).values())
                .containsExactly(.25, Double.NaN);
    }

    private static FilterBank bank(FakeFilters filters, int units, double... deviation) {
        LayerRecording layer =
                new LayerRecording(
                        "conv1",
                        Assignment.of(List.of("b"), new int[units]),
                        Activations.of(Nd4j.ones(2, units)),
                        filters.array());
        double[] deviations = deviation.length == 0 ? new double[] {1, 1, 1} : deviation;
        Recording recording =
                new Recording(
                        List.of(layer),
                        List.of("a", "b"),
                        new int[] {0, 1},
                        List.of(),
                        new int[0][],
                        deviations);
        return FilterBank.of(recording, layer, 3).orElseThrow();
    }
}
