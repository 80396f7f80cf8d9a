package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExceedancesTests {

    @Test
    void withoutStoppingOneIsAddedToCountAndDraws() {
        assertThat(Exceedances.follow(9, 0, draw -> draw % 2 == 0).p()).isEqualTo(6 / 10.0);
    }

    @Test
    void whereThereAreEnoughPIsTheirShareOfTheDrawsTheyTook() {
        // Draws 1, 3, 5 are as extreme: the third of them is draw number six.
        Exceedances found = Exceedances.follow(100, 3, draw -> draw % 2 == 1);
        assertThat(found.stopped()).isTrue();
        assertThat(found.p()).isEqualTo(3 / 6.0);
    }

    @Test
    void whereThereAreNotEnoughPIsAsWithoutStopping() {
        Exceedances found = Exceedances.follow(19, 3, draw -> draw < 2);
        assertThat(found.stopped()).isFalse();
        assertThat(found.p()).isEqualTo(3 / 20.0);
    }

    /** With h = 20 of at most 199 draws, exact at every level h / l and 1 / 200 ... 20 / 200. */
    @ParameterizedTest
    @ValueSource(doubles = {.01, .05, .1, .2, .5})
    void theLevelIsExact(double level) {
        int cases = 20_000;
        SplittableRandom random = new SplittableRandom(1);
        int rejected = 0;
        for (int i = 0; i < cases; i++) {
            double observed = random.nextDouble();
            double[] draws = random.doubles(199).toArray();
            Exceedances found = Exceedances.follow(199, 20, draw -> draws[draw] >= observed);
            rejected += found.p() <= level ? 1 : 0;
        }
        double error = Math.sqrt(level * (1 - level) / cases);
        assertThat(rejected / (double) cases).isCloseTo(level, within(4 * error));
    }

    @Test
    void earlierDrawsDecideOnceThereAreEnough() {
        boolean[] extreme = new boolean[50];
        Arrays.fill(extreme, 0, 5, true);
        double before = Exceedances.follow(50, 5, draw -> extreme[draw]).p();
        Arrays.fill(extreme, 10, 50, true);
        assertThat(Exceedances.follow(50, 5, draw -> extreme[draw]).p()).isEqualTo(before);
    }
}
