package dev.ramify.plugins.visualizers.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OverSeedsTests {

    /** The 97.5 % point of Student's t with 2 degrees of freedom is 4.30265. */
    @Test
    void theIntervalIsStudents() {
        OverSeeds seeds = OverSeeds.of(1, 2, 3);
        assertThat(seeds.mean()).isEqualTo(2);
        assertThat(seeds.high() - seeds.mean()).isCloseTo(4.30265 / Math.sqrt(3), within(1e-5));
        assertThat(seeds.mean() - seeds.low()).isCloseTo(4.30265 / Math.sqrt(3), within(1e-5));
    }

    @Test
    void oneSeedHasNoInterval() {
        assertThat(OverSeeds.of(7)).isEqualTo(new OverSeeds(7, Double.NaN, Double.NaN, 1));
    }

    @Test
    void seedsWithoutValueAreLeftOut() {
        assertThat(OverSeeds.of(1, Double.NaN, 3, 2)).isEqualTo(OverSeeds.of(1, 3, 2));
    }
}
