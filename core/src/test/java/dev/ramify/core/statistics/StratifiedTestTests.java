package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StratifiedTestTests {

    @Test
    void oneNetworkHasItsOwnP() {
        assertThat(p(1, List.of(draws(3, 1, 2, 3, 4)))).isEqualTo(3 / 5.0);
    }

    @Test
    void severalNetworksHaveTheShareOfWaysWithAMeanAsExtreme() {
        // Sums at least 4 + 5 among {1, 2, 3, 4} x {0, 3, 5}: only 4 + 5 itself, of 12.
        assertThat(p(1, List.of(draws(4, 1, 2, 3), draws(5, 0, 3))))
                .isCloseTo(1 / 12.0, within(.005));
        // Sums at least 3 + 3: 3 + 3, 4 + 3, 1 + 5, 2 + 5, 3 + 5, 4 + 5, of 12.
        assertThat(p(2, List.of(draws(3, 1, 2, 4), draws(3, 0, 5)))).isCloseTo(0.5, within(.01));
    }

    @Test
    void smallerOrFartherMeansAreExtremeWhereTheTailSaysSo() {
        List<NullDraws> less = List.of(draws(Tail.LESS, 1, 2, 3, 4), draws(Tail.LESS, 0, 3, 5));
        assertThat(p(3, less)).isCloseTo(1 / 12.0, within(.005));
        List<NullDraws> both =
                List.of(draws(Tail.TWO_SIDED, 9, 4, 5, 6), draws(Tail.TWO_SIDED, -9, -4, -5, -6));
        // The networks point opposite ways: their mean is where the null is.
        assertThat(p(4, both)).isGreaterThan(0.6);
    }

    @Test
    void reachesFarBelowWhatOneNetworkCan() {
        double[] low = new double[199];
        NullDraws network = draws(1, low);
        assertThat(p(5, List.of(network, network, network))).isLessThan(1e-4);
    }

    @Test
    void keepsItsLevelWhereNetworksHaveNullsOfTheirOwn() {
        int rejected = 0;
        for (long seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<NullDraws> networks =
                    List.of(skewed(random, 1), skewed(random, 3), skewed(random, 0.2));
            rejected += p(seed, networks) <= 0.05 ? 1 : 0;
        }
        assertThat(rejected / 400.0).isBetween(0.02, 0.08);
    }

    private static NullDraws skewed(SplittableRandom random, double scale) {
        double[] draws = new double[99];
        java.util.Arrays.setAll(draws, draw -> scale * Math.exp(random.nextGaussian()));
        return draws(scale * Math.exp(random.nextGaussian()), draws);
    }

    private static double p(long seed, List<NullDraws> networks) {
        return new StratifiedTest(networks).p(new SplittableRandom(seed));
    }

    private static NullDraws draws(double value, double... draws) {
        return draws(Tail.GREATER, value, draws);
    }

    private static NullDraws draws(Tail tail, double value, double... draws) {
        return new NullDraws(
                "m",
                "conv1",
                Subject.layer(),
                tail,
                value,
                null,
                1.0,
                NullModel.UNIT_PERMUTATION,
                false,
                draws);
    }
}
