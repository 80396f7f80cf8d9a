package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.core.statistics.ConfiguredMetric;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpertDomainsTests {

    private static final DomainOptions EXPERTS = new DomainOptions(ExpertUnit.EXPERTS, 0);
    private static final DomainOptions PAIRS = new DomainOptions(ExpertUnit.PAIRS, 0);
    private static final List<String> TWO = List.of("prose", "code");

    @Test
    void expertsOfTheirOwnTellTheDomainWholly() {
        assertThat(domains(Routers.counted(new long[][] {{5, 3, 0}, {0, 0, 2}}, TWO, 0, 1)))
                .isEqualTo(1);
    }

    @Test
    void expertsUsedAlikeTellNothing() {
        assertThat(domains(Routers.counted(new long[][] {{2, 4}, {1, 2}}, TWO, 0, 1))).isZero();
    }

    @Test
    void everyDomainCountsTheSameHoweverOftenItWasMeasured() {
        // p(e|prose) = (3/4, 1/4), p(e|code) = (1/4, 3/4): 1 - H(1/4) = 1 - .811278 bits.
        double small = domains(Routers.counted(new long[][] {{3, 1}, {1, 3}}, TWO, 0, 1));
        double large = domains(Routers.counted(new long[][] {{3000, 1000}, {1, 3}}, TWO, 0, 1));
        assertThat(small).isCloseTo(.188722, within(1e-6)).isEqualTo(large);
    }

    @Test
    void groupsOfADomainAreAddedUp() {
        assertThat(
                        domains(
                                Routers.counted(
                                        new long[][] {{2, 0}, {1, 1}, {0, 2}, {1, 1}},
                                        TWO,
                                        0,
                                        0,
                                        1,
                                        1)))
                .isCloseTo(.188722, within(1e-6));
    }

    @Test
    void aDomainWithoutChoicesIsNone() {
        assertThat(
                        domains(
                                Routers.counted(
                                        new long[][] {{1, 0}, {0, 1}, {0, 0}},
                                        List.of("a", "b", "c"),
                                        0,
                                        1,
                                        2)))
                .isEqualTo(1);
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () -> domains(Routers.counted(new long[][] {{1, 0}, {0, 0}}, TWO, 0, 1)))
                .withMessage("experts were chosen for 1 domain, prose; at least 2 are needed");
    }

    @Test
    void withoutDomainsThereIsNoValue() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> domains(Routers.counted(new long[][] {{1, 0}}, List.of())))
                .withMessage("the classes (domains) of the groups are not known");
    }

    @Test
    void choicesAreCountedAsTheirCountsAre() {
        int[] chosen = {0, 1, 1, 2, 2, -1, 0, 2};
        MetricInput input = Routers.chosen(chosen, 2, 3, new int[] {0, 0, 1, 1}, new int[] {0, 1});
        assertThat(domains(input))
                .isEqualTo(
                        domains(Routers.counted(new long[][] {{1, 2, 1}, {1, 0, 2}}, TWO, 0, 1)));
    }

    @Test
    void onlyTheFirstExpertsCountWhereAsked() {
        int[] chosen = {0, 1, 0, 1, 1, 0, 1, 0};
        MetricInput input = Routers.chosen(chosen, 2, 2, new int[] {0, 0, 1, 1}, new int[] {0, 1});
        assertThat(domains(input)).isZero();
        assertThat(
                        Routers.value(
                                new ExpertDomains()
                                        .prepare(input, new DomainOptions(ExpertUnit.EXPERTS, 1)),
                                input))
                .isEqualTo(1);
    }

    @Test
    void pairsCanTellWhatSingleExpertsDoNot() {
        // Each domain uses four experts alike; what differs is who goes with whom.
        int[] chosen = {0, 1, 2, 3, 1, 0, 3, 2, 0, 2, 1, 3, 2, 0, 3, 1};
        MetricInput input =
                Routers.chosen(
                        chosen, 2, 4, new int[] {0, 0, 1, 1, 2, 2, 3, 3}, new int[] {0, 0, 1, 1});
        assertThat(domains(input)).isZero();
        assertThat(Routers.value(new ExpertDomains().prepare(input, PAIRS), input)).isEqualTo(1);
    }

    @Test
    void pairsAreCountedAsANaiveCountOfSetsDoes() {
        SplittableRandom random = new SplittableRandom(3);
        int experts = 6;
        int[] chosen = Routers.random(random, 200, 3, 1, 2, 3, 4, 5, 6);
        int[] groupOf = random.ints(200, 0, 5).toArray();
        MetricInput input = Routers.chosen(chosen, 3, experts, groupOf, new int[] {0, 1, 0, 1, 1});

        GroupCounts counts = GroupCounts.ofPairs(input);

        int column = 0;
        for (int one = 0; one < experts; one++) {
            for (int other = one + 1; other < experts; other++) {
                for (int group = 0; group < 5; group++) {
                    assertThat(counts.counts()[group][column])
                            .isEqualTo(naive(chosen, groupOf, group, one, other));
                }
                column++;
            }
        }
        assertThat(counts.columns()).isEqualTo(column);
    }

    private static long naive(int[] chosen, int[] groupOf, int group, int one, int other) {
        long count = 0;
        for (int sample = 0; sample < groupOf.length; sample++) {
            List<Integer> set =
                    List.of(chosen[3 * sample], chosen[3 * sample + 1], chosen[3 * sample + 2]);
            count += groupOf[sample] == group && set.containsAll(List.of(one, other)) ? 1 : 0;
        }
        return count;
    }

    @Test
    void documentsOfEachDomainAreToldApartBeyondChance() {
        long[][] counts = new long[12][4];
        int[] domainOf = new int[12];
        for (int group = 0; group < 12; group++) {
            domainOf[group] = group % 2;
            counts[group] = new long[] {10, 10, 5 + 10 * (group % 2), 15 - 10 * (group % 2)};
        }
        Defined value = defined(Routers.counted(counts, TWO, domainOf));

        assertThat(value.chance().kind()).isEqualTo(NullModel.GROUP_PERMUTATION);
        // Two of the 924 divisions of twelve documents into halves are as extreme.
        assertThat(value.p()).isLessThan(.012);
        assertThat(value.phrase()).isEqualTo("12 groups of 2 domains");
    }

    @Test
    void manyTokensOfFewDocumentsAreNoEvidence() {
        // Two documents a domain: a third of all permutations leaves the domains as they are.
        long[][] counts = {{90_000, 10_000}, {80_000, 20_000}, {20_000, 80_000}, {10_000, 90_000}};
        assertThat(defined(Routers.counted(counts, TWO, 0, 0, 1, 1)).p()).isBetween(.25, .42);
    }

    @Test
    void totalsHaveNoP() {
        Defined value = defined(Routers.counted(new long[][] {{3, 1}, {1, 3}}, TWO, 0, 1));
        assertThat(value.value()).isCloseTo(.188722, within(1e-6));
        assertThat(value.p()).isNull();
        assertThat(value.phrase())
                .isEqualTo(
                        "2 groups of 2 domains (no p: no class has several groups that could be permuted)");
    }

    @Test
    void topNeedsChoices() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () ->
                                new ExpertDomains()
                                        .prepare(
                                                Routers.counted(new long[][] {{1, 0}}, TWO, 0),
                                                new DomainOptions(ExpertUnit.EXPERTS, 1)))
                .withMessageContaining("counts do not tell which expert came first");
    }

    private static double domains(MetricInput input) {
        PreparedMetric prepared = new ExpertDomains().prepare(input, EXPERTS);
        return Routers.value(prepared, input);
    }

    private static Defined defined(MetricInput input) {
        return Routers.measure(ConfiguredMetric.of(new ExpertDomains(), EXPERTS), input, 999)
                .get(0)
                .defined()
                .orElseThrow();
    }
}
