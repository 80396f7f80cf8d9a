package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricProfile.Tail;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectsTests {

    private static final double[] DRAWS = {.1, .2, .3};

    @Test
    void liesBetweenTheNullMeanAndTheCeiling() {
        assertThat(size(.6, 1.0, Tail.GREATER)).isCloseTo(.5, within(1e-12));
        assertThat(size(.1, 0.0, Tail.LESS)).isCloseTo(.5, within(1e-12));
        assertThat(size(.1, 1.0, Tail.GREATER)).isCloseTo(-.125, within(1e-12));
    }

    @Test
    void beyondTheCeilingCountsAsAtIt() {
        assertThat(size(-.05, 0.0, Tail.LESS)).isEqualTo(1);
    }

    @Test
    void whereChanceLeavesNoRoomThereIsNoneAndItIsSaidWhy() {
        // A null mean below the ceiling 0 of a metric whose small values are extreme.
        Effects.Effect effect = effect(-.3, 0.0, Tail.LESS, -.001, -.002, .0005);
        assertThat(effect.size()).isNull();
        assertThat(effect.note())
                .isEqualTo(
                        "chance gives -.0008 +- .001, which leaves no room before the greatest value possible, 0");
        // On the right side, but nearer than the null varies.
        assertThat(effect(-.3, 0.0, Tail.LESS, .01, -.008, .004).size()).isNull();
    }

    @Test
    void withoutCeilingThereIsNothingToSay() {
        assertThat(effect(.3, null, Tail.GREATER, DRAWS)).isEqualTo(new Effects.Effect(null, ""));
    }

    @Test
    void isAlwaysInItsRangeAndInTheDirectionOfTheTail() {
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            Tail tail = round % 2 == 0 ? Tail.GREATER : Tail.LESS;
            double value = random.nextGaussian();
            double ceiling = random.nextGaussian() / 3;
            double[] draws = random.doubles(20, -.2, .2).toArray();
            Double size = effect(value, ceiling, tail, draws).size();
            if (size != null) {
                double beyond = value - java.util.Arrays.stream(draws).average().orElseThrow();
                assertThat(size).isLessThanOrEqualTo(1);
                assertThat(Math.signum(size))
                        .isEqualTo(Math.signum(tail == Tail.LESS ? -beyond : beyond));
            }
        }
    }

    private static Double size(double value, Double ceiling, Tail tail) {
        return effect(value, ceiling, tail, DRAWS).size();
    }

    private static Effects.Effect effect(double value, Double ceiling, Tail tail, double... draws) {
        return Effects.effect(new NullComparison(value, draws, tail), ceiling, tail);
    }
}
