package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VerdictWriterTests {

    private static final Interval INTERVAL = new Interval(0.5, 0.86, 0.95);

    @Test
    void saysWhatSpecializedAndWhatEachBranchBecame() {
        List<Measurement> measurements =
                List.of(
                        took("b1", "colour", .00003, 14),
                        took("b1", "shape", .04, 9),
                        took("b2", "shape", .002, 12),
                        took("b2", "colour", 1, 2));
        assertThat(write(List.of(claimed(3)), List.of(unclaimed(.41)), 1, measurements))
                .containsExactly(
                        "conv1: specializes beyond chance: information .71 of 1 bit (null .08, p = .0005 over 3 seeds, effect .68 [.5, .86])",
                        "seed 0, conv1: b1 took colour: 14 of its 16 units (null 7.9 +- 1.6, p = 3e-5); b2 took shape: 12 of its 16 units (null 7.9 +- 1.6, p = .002)",
                        "scope: this network, not training in general, which takes at least 5 seeds",
                        "untrained: no specialization beyond chance (p = .41)");
    }

    @Test
    void isAsReadyToSayThatThereIsNone() {
        List<Measurement> measurements = List.of(took("b1", "colour", .01, 14));
        assertThat(write(List.of(unclaimed(.33)), List.of(), 3, measurements))
                .containsExactly(
                        "conv1: no specialization beyond chance; closest is information .71 of 1 bit (null .08, p = .33 over 3 seeds, effect .68 [.5, .86])");
    }

    @Test
    void saysWhyASmallPAloneIsNoClaim() {
        Summary doubtful =
                Summaries.summary("information", Subject.layer(), 3, .001, .004, INTERVAL, 1);
        assertThat(write(List.of(doubtful), List.of(), 3, List.of()).get(0))
                .startsWith("conv1: no specialization beyond chance")
                .endsWith("effect .68 [.5, .86]), but only 1 of 3 seeds by themselves");
    }

    @Test
    void speaksOfTrainingOnlyFromFiveSeeds() {
        assertThat(write(List.of(claimed(5)), List.of(), 5, List.of()))
                .contains("scope: training this variant, from 5 seeds");
        assertThat(write(List.of(claimed(4)), List.of(), 4, List.of()))
                .contains(
                        "scope: these 4 networks, not training in general, which takes at least 5 seeds");
    }

    @Test
    void warnsWhereTheUntrainedNetworkIsBeyondChanceToo() {
        assertThat(write(List.of(claimed(3)), List.of(claimed(3)), 3, List.of()))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("untrained, conv1: already beyond chance: ")
                                        .endsWith("so training alone is not the cause"));
    }

    @Test
    void theLayerComesFirstAndOfManyFindingsThree() {
        List<Summary> summaries =
                java.util.stream.Stream.concat(
                                LongStream.range(0, 5)
                                        .mapToObj(
                                                i ->
                                                        Summaries.summary(
                                                                "concentration",
                                                                Subject.branch("one of b1, b2")
                                                                        .and(
                                                                                Subject.FAMILY,
                                                                                "f" + i),
                                                                3,
                                                                .0001,
                                                                .001 - i * .0001,
                                                                null,
                                                                3)),
                                java.util.stream.Stream.of(claimed(3)))
                        .toList();
        assertThat(write(summaries, List.of(), 3, List.of()).get(0))
                .matches(
                        "conv1: specializes beyond chance: information .*; concentration of one of b1, b2 / f4 .*; concentration of .* / f3 .*; and 3 more");
    }

    @Test
    void saysWhyNothingWasTested() {
        Measurement undefined =
                new Measurement(
                        "information", "conv1", Subject.layer(), new Undefined("not branched"));
        assertThat(write(List.of(), List.of(), 3, List.of(undefined)))
                .containsExactly("conv1: information is undefined: not branched");
        assertThat(write(List.of(), List.of(), 0, List.of()))
                .containsExactly("no inferential metric was measured, so no claim");
    }

    private static List<String> write(
            List<Summary> trained,
            List<Summary> untrained,
            int networks,
            List<Measurement> measurements) {
        return new VerdictWriter()
                .write(
                        new VariantEvidence(
                                trained,
                                untrained,
                                LongStream.range(0, networks)
                                        .mapToObj(
                                                seed ->
                                                        new VariantEvidence.Network(
                                                                seed, measurements))
                                        .toList(),
                                Summaries.PROFILES));
    }

    private static Summary claimed(int seeds) {
        return Summaries.summary(
                "information", Subject.layer(), seeds, .0001, .0005, INTERVAL, seeds);
    }

    private static Summary unclaimed(double adjusted) {
        return Summaries.summary("information", Subject.layer(), 3, .2, adjusted, INTERVAL, 0);
    }

    private static Measurement took(String branch, String family, double p, int units) {
        return new Measurement(
                "concentration",
                "conv1",
                Subject.branch(branch).and(Subject.FAMILY, family),
                new Defined(
                        units,
                        new NullSummary(NullModel.UNIT_PERMUTATION, 7.9, 1.6, 1999),
                        1.0,
                        p,
                        p,
                        true,
                        null,
                        units + " of its 16 units"));
    }
}
