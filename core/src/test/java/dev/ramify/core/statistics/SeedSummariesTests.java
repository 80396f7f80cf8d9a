package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedSummariesTests {

    @Test
    void meansAndEffectsAreThoseOverSeeds() {
        Summary summary =
                summarize(
                                List.of(network(6, 10.0, 0.01, 0, 4)),
                                List.of(network(8, 12.0, 0.2, 1, 3)))
                        .get(0);
        assertThat(summary.seeds()).isEqualTo(2);
        assertThat(summary.mean()).isEqualTo(7);
        assertThat(summary.nullMean()).isEqualTo(2);
        assertThat(summary.ceiling()).isEqualTo(11);
        // (6 - 2) / (10 - 2) and (8 - 2) / (12 - 2).
        assertThat(summary.effect()).isCloseTo(0.55, within(1e-12));
        assertThat(summary.significantSeeds()).isEqualTo(1);
        // Two networks, each the greatest of three.
        assertThat(summary.p()).isCloseTo(1 / 9.0, within(0.005));
        assertThat(summary.pAdjusted()).isNull();
    }

    @Test
    void theIntervalIsStudents() {
        Interval interval = SeedSummaries.interval(new double[] {0.5, 0.7, 0.9});
        // t(2) at .975 is 4.3027; times .2 / sqrt 3.
        assertThat(interval.low()).isCloseTo(0.7 - 0.49683, within(1e-5));
        assertThat(interval.high()).isCloseTo(0.7 + 0.49683, within(1e-5));
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test
    void oneSeedHasNoInterval() {
        Summary summary = summarize(List.of(network(6, 10.0, 0.01, 0, 4))).get(0);
        assertThat(summary.interval()).isEmpty();
        assertThat(summary.effect()).isEqualTo(0.5);
        assertThat(summary.p()).isEqualTo(1 / 3.0);
    }

    @Test
    void seedsWithoutValueDoNotCount() {
        Summary summary = summarize(List.of(network(6, 10.0, 0.01, 0, 4)), List.of()).get(0);
        assertThat(summary.seeds()).isEqualTo(1);
    }

    @Test
    void withoutCeilingThereIsNoEffect() {
        Summary summary =
                summarize(
                                List.of(network(6, null, 0.01, 0, 4)),
                                List.of(network(8, 12.0, 0.2, 1, 3)))
                        .get(0);
        assertThat(summary.effect()).isNull();
        assertThat(summary.ceiling()).isNull();
        assertThat(summary.interval()).isEmpty();
    }

    @Test
    void withoutNullThereIsNoTest() {
        Summary summary = summarize(List.of(network(6, null, null))).get(0);
        assertThat(summary.mean()).isEqualTo(6);
        assertThat(summary.p()).isNull();
        assertThat(summary.nullMean()).isNaN();
    }

    @Test
    void metricsLayersAndSubjectsStayApartInTheirOrder() {
        List<NullDraws> seed =
                List.of(
                        named("b", "conv1", Subject.layer()),
                        named("a", "conv1", Subject.layer()),
                        named("a", "conv2", Subject.layer()),
                        named("a", "conv1", Subject.branch("pool")));
        assertThat(summarize(seed, seed))
                .extracting(each -> each.metric() + " " + each.layer() + " " + each.subject())
                .containsExactly(
                        "b conv1 layer", "a conv1 layer", "a conv2 layer", "a conv1 branch=pool");
    }

    @Test
    void equalSeedsGiveEqualResults() {
        List<NullDraws> first = List.of(network(2, 10.0, 0.01, 0, 4, 1));
        List<NullDraws> second = List.of(network(3, 10.0, 0.01, 0, 4, 5));
        assertThat(summarize(first, second)).isEqualTo(summarize(first, second));
    }

    @SafeVarargs
    private static List<Summary> summarize(List<NullDraws>... networks) {
        return new SeedSummaries().summarize(List.of(networks), new Seed(3));
    }

    private static NullDraws network(double value, Double ceiling, Double p, double... draws) {
        return new NullDraws("m", "conv1", Subject.layer(), Tail.GREATER, value, ceiling, p, draws);
    }

    private static NullDraws named(String metric, String layer, Subject subject) {
        return new NullDraws(metric, layer, subject, Tail.GREATER, 1, null, 1.0, new double[] {0});
    }
}
