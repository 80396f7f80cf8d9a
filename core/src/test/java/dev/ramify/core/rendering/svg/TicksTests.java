package dev.ramify.core.rendering.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Scale;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicksTests {

    private static List<String> labels(Scale scale, double length, double spacing) {
        return Ticks.of(scale, length, spacing).stream().map(Ticks.Tick::label).toList();
    }

    @Test
    void stepsAreRound() {
        assertThat(labels(Scale.linear(0, 1), 300, 60))
                .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(Scale.linear(-13, 27), 200, 50))
                .containsExactly("\u221210", "0", "10", "20");
    }

    @Test
    void countsGetNoFractions() {
        assertThat(labels(Scale.whole(0, 3), 600, 50)).containsExactly("0", "1", "2", "3");
    }

    @Test
    void aTurnedAxisHasTheSameTicks() {
        assertThat(labels(Scale.linear(1, 0), 300, 60))
                .isEqualTo(labels(Scale.linear(0, 1), 300, 60));
    }

    @Test
    void logarithmicTicksArePowersOfTen() {
        assertThat(labels(Scale.log(1, 10_000), 240, 60))
                .containsExactly("1", "10", "100", "1000", "10000");
    }

    @Test
    void fewDecadesGetTicksBetween() {
        assertThat(labels(Scale.log(1, 10), 600, 60)).containsExactly("1", "2", "5", "10");
    }

    @Test
    void bandsThatDoNotFitAreThinnedOut() {
        List<String> names = IntStream.range(0, 100).mapToObj(i -> "u" + i).toList();
        assertThat(labels(Scale.bands(names), 240, 0)).startsWith("u0", "u5").hasSize(20);
    }

    @Test
    void ticksLieWithinAnyAxisAndAreNeverTooMany() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            double from = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
            double to = from + random.nextDouble() * Math.pow(10, random.nextInt(12) - 6) + 1e-9;
            List<Ticks.Tick> ticks = Ticks.of(Scale.linear(from, to), 300, 50);
            assertThat(ticks).as("seed %d", seed).hasSizeLessThanOrEqualTo(7);
            double slack = (to - from) * 1e-6;
            assertThat(ticks)
                    .as("seed %d", seed)
                    .allMatch(t -> t.value() >= from - slack && t.value() <= to + slack);
        }
    }
}
