package dev.ramify.plugins.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResamplerTests {

    @Test
    void copiesWhereTheLengthStays() {
        Resampler resampler = new Resampler(0, 5, 5);

        for (int i = 0; i < 5; i++) {
            assertThat(apply(resampler, i, 10, 20, 30, 40, 50)).isEqualTo(10f * (i + 1));
        }
    }

    @Test
    void averagesWithATriangleWhenItHalves() {
        Resampler resampler = new Resampler(0, 8, 4);

        // Around 3.0 with reach 2: distances .5 and 1.5 on either side weigh 3 : 1.
        assertThat(resampler.start(1)).isEqualTo(1);
        assertThat(resampler.weights(1)).containsExactly(0.125f, 0.375f, 0.375f, 0.125f);
        // At the edge what lies outside is left out: weights 3, 3, 1 of 7.
        assertThat(resampler.start(0)).isZero();
        assertThat(resampler.weights(0)).containsExactly(3f / 7, 3f / 7, 1f / 7);
    }

    @Test
    void interpolatesBetweenNeighboursWhenItEnlarges() {
        Resampler resampler = new Resampler(0, 2, 4);

        assertThat(apply(resampler, 0, 0, 100)).isEqualTo(0f);
        assertThat(apply(resampler, 1, 0, 100)).isEqualTo(25f);
        assertThat(apply(resampler, 2, 0, 100)).isEqualTo(75f);
        assertThat(apply(resampler, 3, 0, 100)).isEqualTo(100f);
    }

    @Test
    void readsTheSectionAlone() {
        Resampler resampler = new Resampler(3, 2, 1);

        assertThat(resampler.start(0)).isEqualTo(3);
        assertThat(resampler.weights(0)).containsExactly(0.5f, 0.5f);
    }

    @Test
    void weighsToOneAndStaysInsideForAllLengths() {
        for (int length = 1; length <= 40; length++) {
            for (int target = 1; target <= 40; target++) {
                Resampler resampler = new Resampler(0, length, target);
                for (int i = 0; i < target; i++) {
                    float[] weights = resampler.weights(i);
                    double sum = 0;
                    for (float weight : weights) {
                        sum += weight;
                    }
                    assertThat(sum).as("%d to %d", length, target).isCloseTo(1, within(1e-6));
                    assertThat(resampler.start(i)).isNotNegative();
                    assertThat(resampler.start(i) + weights.length).isLessThanOrEqualTo(length);
                }
            }
        }
    }

    @Test
    void wipesOutStripesThatAreTooFine() {
        Resampler resampler = new Resampler(0, 320, 32);
        float[] stripes = new float[320];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? 0 : 255;
        }

        for (int i = 1; i < 31; i++) {
            assertThat(apply(resampler, i, stripes)).isCloseTo(127.5f, within(0.01f));
        }
    }

    private static float apply(Resampler resampler, int index, float... line) {
        float sum = 0;
        float[] weights = resampler.weights(index);
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * line[resampler.start(index) + k];
        }
        return sum;
    }
}
