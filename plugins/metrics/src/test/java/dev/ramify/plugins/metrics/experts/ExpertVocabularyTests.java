package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpertVocabularyTests {

    @Test
    void aWordThatHasItsExpertHasAShareOfOne() {
        MetricInput input = input(new int[] {0, 0, 1, 1, 0, 1}, 1, 2, 7, 7, 9, 9, 5, 5);
        PreparedMetric prepared = prepared(input, 2);
        // 7 and 9 have one each, 5 goes to both.
        assertThat(Routers.value(prepared, input)).isCloseTo(2.5 / 3, within(1e-12));
    }

    @Test
    void wordsSeenTooSeldomDoNotCount() {
        MetricInput input = input(new int[] {0, 0, 1, 1}, 1, 2, 7, 7, 7, 9);
        assertThat(Routers.value(prepared(input, 2), input)).isCloseTo(2 / 3., within(1e-12));
        assertThat(Routers.value(prepared(input, 1), input)).isCloseTo(5 / 6., within(1e-12));
    }

    @Test
    void aRouterThatTossesCoinsScoresHighAndIsAtItsFloor() {
        SplittableRandom random = new SplittableRandom(8);
        int[] ids = zipf(random, 200_000, 50_000);
        int[] chosen = random.ints(200_000, 0, 64).toArray();
        MetricInput input = input(chosen, 1, 64, ids);

        PreparedMetric all = prepared(input, 1);
        // Words seen once have a share of 1: far above 1/64 without any specialization.
        assertThat(Routers.value(all, input)).isGreaterThan(.5);
        assertThat(Routers.property(all, "floor"))
                .isCloseTo(Routers.value(all, input), within(.005));
        assertThat(Routers.property(all, "above-floor")).isCloseTo(0, within(.01));

        PreparedMetric often = prepared(input, 10);
        assertThat(Routers.value(often, input)).isBetween(.08, .2);
        assertThat(Routers.property(often, "above-floor")).isCloseTo(0, within(.01));
    }

    @Test
    void itIsWhatANaiveCountFinds() {
        SplittableRandom random = new SplittableRandom(9);
        int[] ids = random.ints(300, 0, 20).toArray();
        int[] chosen = Routers.random(random, 300, 2, 1, 2, 3, 4);
        MetricInput input = input(chosen, 2, 4, ids);
        Map<Integer, int[]> counts = new HashMap<>();
        Map<Integer, Integer> samples = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            int[] row = counts.computeIfAbsent(ids[i], id -> new int[4]);
            row[chosen[2 * i]]++;
            row[chosen[2 * i + 1]]++;
            samples.merge(ids[i], 1, Integer::sum);
        }
        double naive =
                counts.entrySet().stream()
                        .filter(each -> samples.get(each.getKey()) >= 10)
                        .mapToDouble(
                                each ->
                                        Arrays.stream(each.getValue()).max().orElseThrow()
                                                / (double) samples.get(each.getKey()))
                        .average()
                        .orElseThrow();
        PreparedMetric prepared =
                new ExpertVocabulary().prepare(input, new VocabularyOptions(0, 10, 2));
        assertThat(Routers.value(prepared, input)).isCloseTo(naive, within(1e-12));
    }

    @Test
    void idsMustBeKnownAndFrequentEnough() {
        MetricInput input = input(new int[] {0, 1}, 1, 2, 3, 4);
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepared(input, 10))
                .withMessage("no vocabulary id has 10 samples; give more, or a smaller least");
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () ->
                                prepared(
                                        Routers.chosen(
                                                new int[] {0}, 1, 2, new int[1], new int[] {0}),
                                        1))
                .withMessage("the vocabulary ids of the samples are not known");
    }

    private static PreparedMetric prepared(MetricInput input, int least) {
        return new ExpertVocabulary().prepare(input, new VocabularyOptions(1, least, 3));
    }

    private static MetricInput input(int[] chosen, int perSample, int experts, int... ids) {
        MetricInput input =
                Routers.chosen(chosen, perSample, experts, new int[ids.length], new int[] {0});
        return input.with(input.recording().withTokens(ids), input.layer());
    }

    /** Draw ids, the n-th of which is n times as rare as the first. */
    private static int[] zipf(SplittableRandom random, int samples, int words) {
        double[] cumulative = new double[words];
        double sum = 0;
        for (int word = 0; word < words; word++) {
            sum += 1. / (word + 1);
            cumulative[word] = sum;
        }
        int[] ids = new int[samples];
        for (int i = 0; i < samples; i++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
            ids[i] = found < 0 ? -found - 1 : found;
        }
        return ids;
    }
}
