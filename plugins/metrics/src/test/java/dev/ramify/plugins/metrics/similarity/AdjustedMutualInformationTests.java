package dev.ramify.plugins.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.plugins.metrics.Contingency;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdjustedMutualInformationTests {

    @Test
    void isOneForEqualPartitions() {
        int[] one = {0, 0, 1, 1, 2, 2, 2};
        assertThat(of(one, one)).isCloseTo(1, within(1e-9));
    }

    @Test
    void isZeroOnAverageForRandomPartitions() {
        SplittableRandom random = new SplittableRandom(4);
        double sum = 0;
        for (int i = 0; i < 2_000; i++) {
            sum += of(random.ints(60, 0, 12).toArray(), random.ints(60, 0, 4).toArray());
        }
        // One value has a standard deviation of about .04.
        assertThat(sum / 2_000).isCloseTo(0, within(.004));
    }

    @Test
    void theExpectationAgreesWithShuffling() {
        int[] one = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
        int[] other = {0, 0, 1, 1, 1, 2, 2, 2, 2, 0};
        SplittableRandom random = new SplittableRandom(9);
        double sum = 0;
        int shuffles = 20_000;
        for (int s = 0; s < shuffles; s++) {
            for (int i = 9; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = other[i];
                other[i] = other[j];
                other[j] = swap;
            }
            sum += of(one, other);
        }
        assertThat(sum / shuffles).isCloseTo(0, within(.006));
    }

    @Test
    void agreesWithScikitLearn() {
        int[] one = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
        int[] other = {0, 0, 1, 1, 1, 2, 2, 2, 2, 0};
        assertThat(of(one, other)).isCloseTo(0.23728877770133577, within(1e-9));
        String larger = "2013000113231121320001320212222301321021120323031330102113200320";
        String distorted = "2213120113231041320041320143242101321004420323031430123101300012";
        assertThat(of(digits(larger), digits(distorted)))
                .isCloseTo(0.3377912750382202, within(1e-9));
    }

    private static int[] digits(String text) {
        return text.chars().map(digit -> digit - '0').toArray();
    }

    @Test
    void isUndefinedWhereAnyTwoPartitionsAgreeAsWell() {
        assertThat(of(new int[] {0, 1, 2}, new int[] {2, 0, 1})).isNaN();
        assertThat(of(new int[] {0, 0, 0}, new int[] {0, 0, 0})).isNaN();
    }

    private static double of(int[] one, int[] other) {
        Contingency counts = Contingency.of(one, other);
        return new AdjustedMutualInformation(counts.sizes(), counts.otherSizes())
                .of(counts.table());
    }
}
