package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.core.statistics.ConfiguredMetric;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often metrics of experts cry wolf: documents with strong tastes of their own, of which
 * domains know nothing, in two sizes; and whether they see a domain that is there.
 */
class ExpertCalibrationTests {

    private static final int CASES = 400;
    private static final int DRAWS = 39;
    private static final int EXPERTS = 16;

    static Stream<ConfiguredMetric<?>> inferential() {
        return Stream.of(
                ConfiguredMetric.of(new ExpertDomains(), new DomainOptions(ExpertUnit.EXPERTS, 0)),
                ConfiguredMetric.of(new ExpertSpecificity(), Routers.ALL),
                ConfiguredMetric.of(new ExpertTransfer(), new TransferOptions(.25, 0)));
    }

    @ParameterizedTest
    @MethodSource("inferential")
    void tastesOfDocumentsAreNoDomains(ConfiguredMetric<?> metric) {
        assertThat(rejections(metric, 0)).isBetween(.02, .08);
    }

    @ParameterizedTest
    @MethodSource("inferential")
    void domainsAreSeenThroughTastes(ConfiguredMetric<?> metric) {
        assertThat(rejections(metric, 1.5)).isGreaterThan(.8);
    }

    private static double rejections(ConfiguredMetric<?> metric, double strength) {
        return IntStream.range(0, CASES)
                        .filter(number -> rejects(metric, input(number, strength)))
                        .count()
                / (double) CASES;
    }

    private static boolean rejects(ConfiguredMetric<?> metric, MetricInput input) {
        return Routers.measure(metric, input, DRAWS).stream()
                .map(Measurement::defined)
                .flatMap(java.util.Optional::stream)
                .map(Defined::pAdjusted)
                .filter(Objects::nonNull)
                .anyMatch(p -> p <= .05);
    }

    /** Thirty documents of three domains, short and long ones, with log-normal tastes. */
    private static MetricInput input(int number, double strength) {
        SplittableRandom random = new SplittableRandom(number);
        double[][] domains = new double[3][EXPERTS];
        for (double[] domain : domains) {
            for (int expert = 0; expert < EXPERTS; expert++) {
                domain[expert] = strength * random.nextGaussian();
            }
        }
        int[] domainOf = new int[30];
        long[][] counts = new long[30][EXPERTS];
        for (int group = 0; group < 30; group++) {
            domainOf[group] = group % 3;
            double[] odds = new double[EXPERTS];
            for (int expert = 0; expert < EXPERTS; expert++) {
                odds[expert] = Math.exp(random.nextGaussian() + domains[group % 3][expert]);
            }
            int samples = random.nextInt(2) == 0 ? 20 : 200;
            for (int expert : Routers.random(random, samples, 2, odds)) {
                counts[group][expert]++;
            }
        }
        return Routers.counted(counts, List.of("a", "b", "c"), domainOf);
    }
}
