package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PartialConjunctionTests {

    @Test
    void simesOverTheGreatestPs() {
        double[] sorted = {.001, .01, .04, .3};
        // u = 1 is Simes over all: min(4 x .001, 2 x .01, 4/3 x .04, .3).
        assertThat(PartialConjunction.p(sorted, 1)).isCloseTo(.004, within(1e-12));
        // u = 2 leaves .01, .04, .3: min(.03, .06, .3).
        assertThat(PartialConjunction.p(sorted, 2)).isCloseTo(.03, within(1e-12));
        assertThat(PartialConjunction.p(sorted, 3)).isCloseTo(.08, within(1e-12));
        assertThat(PartialConjunction.p(sorted, 4)).isEqualTo(.3);
        assertThat(PartialConjunction.atLeast(new double[] {.3, .001, .04, .01}, .05)).isEqualTo(2);
    }

    @Test
    void oneNetworkIsItsOwnP() {
        assertThat(PartialConjunction.atLeast(new double[] {.05}, .05)).isEqualTo(1);
        assertThat(PartialConjunction.atLeast(new double[] {.051}, .05)).isEqualTo(0);
        assertThat(PartialConjunction.atLeast(new double[0], .05)).isEqualTo(0);
    }

    @Test
    void theBoundIsTooHighInAtMostOneOfTwentyStudies() {
        // Two of five networks have an effect; the others' p is uniform.
        Random random = new Random(1);
        int tooHigh = 0;
        for (int study = 0; study < 4000; study++) {
            double[] p = {
                1e-6, 1e-6, random.nextDouble(), random.nextDouble(), random.nextDouble()
            };
            tooHigh += PartialConjunction.atLeast(p, .05) > 2 ? 1 : 0;
        }
        assertThat(tooHigh / 4000.0).isBetween(.03, .06);
    }
}
