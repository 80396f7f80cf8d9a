package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import dev.ramify.api.metric.TrainingTest.Scale;
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
        // Of p = .01 and .2, Simes takes 2 x .01 for at least one network, and .2 for both.
        assertThat(summary.chance().inAtLeast()).isEqualTo(1);
        // Two networks, each the greatest of three.
        assertThat(summary.chance().p()).isCloseTo(1 / 9.0, within(0.005));
        assertThat(summary.training()).isNull();
    }

    @Test
    void gainsAreEffectsBeyondThoseBeforeTraining() {
        Summary summary =
                new SeedSummaries()
                        .summarize(
                                List.of(
                                        List.of(network(6, 10.0, 0.01, 0, 4)),
                                        List.of(network(8, 12.0, 0.2, 1, 3))),
                                List.of(
                                        List.of(network(4, 10.0, 0.5, 0, 4)),
                                        List.of(network(3, 12.0, 0.5, 1, 3))),
                                new Seed(3))
                        .get(0);
        TrainingTest training = summary.training();
        assertThat(training.scale()).isEqualTo(Scale.EFFECT);
        // (6 - 2) / 8 - (4 - 2) / 8 and (8 - 2) / 10 - (3 - 2) / 10.
        assertThat(training.gains()).containsExactly(.25, .5);
        assertThat(training.gain()).isCloseTo(.375, within(1e-12));
        assertThat(training.p()).isEqualTo(.25);
        assertThat(training.floor()).isEqualTo(.25);
        assertThat(training.interval()).isNull();
    }

    @Test
    void withoutCeilingGainsAreValuesBeyondTheNullInTheDirectionOfTheTail() {
        NullDraws after = less(1, 2, 4);
        NullDraws before = less(2, 3, 5);
        Summary summary =
                new SeedSummaries()
                        .summarize(List.of(List.of(after)), List.of(List.of(before)), new Seed(3))
                        .get(0);
        assertThat(summary.training().scale()).isEqualTo(Scale.VALUE);
        // (3 - 1) - (4 - 2).
        assertThat(summary.training().gains()).containsExactly(0.0);
    }

    @Test
    void seedsThatWereNotMeasuredBeforeTrainingMakeNoPair() {
        Summary summary =
                new SeedSummaries()
                        .summarize(
                                List.of(
                                        List.of(network(6, 10.0, 0.01, 0, 4)),
                                        List.of(network(8, 12.0, 0.2, 1, 3))),
                                List.of(List.of(), List.of(network(3, 12.0, 0.5, 1, 3))),
                                new Seed(3))
                        .get(0);
        assertThat(summary.seeds()).isEqualTo(2);
        assertThat(summary.training().seeds()).isEqualTo(1);
    }

    @Test
    void theLayerIsTheHeadlineThatOpensItsBranches() {
        List<NullDraws> one =
                List.of(
                        named("a", "conv1", Subject.layer(), 5),
                        named("a", "conv1", Subject.branch("x"), 9),
                        named("a", "conv1", Subject.branch("y"), 9));
        List<Summary> summaries = summarize(one, one);
        double headline = summaries.get(0).chance().p();
        assertThat(summaries.get(0).chance().pAdjusted()).isEqualTo(headline);
        assertThat(summaries.get(1).chance().pAdjusted())
                .isEqualTo(Math.max(headline, 2 * summaries.get(1).chance().p()));
    }

    @Test
    void oneSeedIsItsOwnTest() {
        Summary summary = summarize(List.of(network(6, 10.0, 0.01, 0, 4))).get(0);
        assertThat(summary.effect()).isEqualTo(0.5);
        // Its own p, corrected over subjects, is exact here and smaller than one in three draws.
        assertThat(summary.chance().p()).isEqualTo(.01);
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
    }

    @Test
    void withoutNullThereIsNoTest() {
        Summary summary = summarize(List.of(network(6, null, null))).get(0);
        assertThat(summary.mean()).isEqualTo(6);
        assertThat(summary.chance()).isNull();
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
        return new SeedSummaries().summarize(List.of(networks), List.of(), new Seed(3));
    }

    private static NullDraws network(double value, Double ceiling, Double p, double... draws) {
        return new NullDraws(
                "m",
                "conv1",
                Subject.layer(),
                Tail.GREATER,
                value,
                ceiling,
                p,
                NullModel.UNIT_PERMUTATION,
                false,
                draws);
    }

    private static NullDraws less(double value, double... draws) {
        return new NullDraws(
                "m",
                "conv1",
                Subject.layer(),
                Tail.LESS,
                value,
                null,
                .5,
                NullModel.UNIT_PERMUTATION,
                false,
                draws);
    }

    private static NullDraws named(String metric, String layer, Subject subject) {
        return named(metric, layer, subject, 1);
    }

    private static NullDraws named(String metric, String layer, Subject subject, double value) {
        return new NullDraws(
                metric,
                layer,
                subject,
                Tail.GREATER,
                value,
                null,
                1.0,
                NullModel.UNIT_PERMUTATION,
                false,
                new double[] {0, 7, 3});
    }
}
