package dev.ramify.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.plugins.metrics.family.AssociationIndex;
import dev.ramify.plugins.metrics.family.BranchDivergence;
import dev.ramify.plugins.metrics.family.ConcentrationOptions;
import dev.ramify.plugins.metrics.family.FamilyConcentration;
import dev.ramify.plugins.metrics.family.FamilyInformation;
import dev.ramify.plugins.metrics.family.FamilyOptions;
import dev.ramify.plugins.metrics.family.FamilySource;
import dev.ramify.plugins.metrics.family.InformationOptions;
import dev.ramify.plugins.metrics.probe.ProbeOptions;
import dev.ramify.plugins.metrics.probe.ProbeSelectivity;
import dev.ramify.plugins.metrics.probe.ProbeTargets;
import dev.ramify.plugins.metrics.selectivity.ClassSelectivity;
import dev.ramify.plugins.metrics.selectivity.ClassSelectivityOptions;
import dev.ramify.plugins.metrics.selectivity.FactorOptions;
import dev.ramify.plugins.metrics.selectivity.FactorVariance;
import dev.ramify.plugins.metrics.similarity.AgreementIndex;
import dev.ramify.plugins.metrics.similarity.Cka;
import dev.ramify.plugins.metrics.similarity.CkaOptions;
import dev.ramify.plugins.metrics.similarity.ClusterAgreement;
import dev.ramify.plugins.metrics.similarity.ClusterOptions;
import dev.ramify.plugins.metrics.similarity.Coherence;
import dev.ramify.plugins.metrics.similarity.CoherenceOptions;
import dev.ramify.plugins.metrics.similarity.Estimator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not matter to metrics of activations. */
class InvarianceTests {

    private static final int SAMPLES = 90;
    private static final int UNITS = 15;
    private static final int SEEDS = 8;

    private static final FamilyOptions FAMILIES =
            new FamilyOptions(FamilySource.PREFERRED_LEVEL, List.of(), .01, null);

    /** Metrics whose values do not depend on how samples are dealt to halves or folds. */
    static Stream<ConfiguredMetric<?>> ofAllSamples() {
        return Stream.of(
                ConfiguredMetric.of(new FactorVariance(), new FactorOptions(List.of())),
                ConfiguredMetric.of(new Cka(), new CkaOptions(false, Estimator.UNBIASED)),
                ConfiguredMetric.of(new Cka(), new CkaOptions(false, Estimator.BIASED)),
                ConfiguredMetric.of(new Coherence(), new CoherenceOptions(false)),
                ConfiguredMetric.of(new Coherence(), new CoherenceOptions(true)));
    }

    static Stream<ConfiguredMetric<?>> all() {
        return Stream.concat(
                ofAllSamples(),
                Stream.of(
                        ConfiguredMetric.of(
                                new ProbeSelectivity(),
                                new ProbeOptions(ProbeTargets.FACTORS, List.of(), 3, .01)),
                        ConfiguredMetric.of(new ClassSelectivity(), new ClassSelectivityOptions(3)),
                        ConfiguredMetric.of(
                                new FamilyInformation(),
                                InformationOptions.of(FAMILIES, AssociationIndex.INFORMATION)),
                        ConfiguredMetric.of(
                                new FamilyInformation(),
                                InformationOptions.of(FAMILIES, AssociationIndex.CRAMERS_V)),
                        ConfiguredMetric.of(
                                new FamilyInformation(),
                                InformationOptions.of(FAMILIES, AssociationIndex.ADJUSTED_RAND)),
                        ConfiguredMetric.of(
                                new FamilyConcentration(),
                                ConcentrationOptions.of(FAMILIES, false)),
                        ConfiguredMetric.of(new BranchDivergence(), FAMILIES),
                        ConfiguredMetric.of(
                                new ClusterAgreement(), new ClusterOptions(0, AgreementIndex.AMI)),
                        ConfiguredMetric.of(
                                new ClusterAgreement(),
                                new ClusterOptions(0, AgreementIndex.ARI))));
    }

    /** Activations with what all of these metrics need. */
    static MetricInput input(long seed) {
        return Case.random(seed).input();
    }

    /** Metrics that take each unit on its own scale. */
    static Stream<ConfiguredMetric<?>> scaleFree() {
        return all().filter(each -> !(each.metric() instanceof Cka));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theOrderOfUnitsDoesNotMatter(ConfiguredMetric<?> metric) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Case given = Case.random(seed);
            int[] order = Inputs.shuffled(UNITS, new SplittableRandom(seed + 77));
            float[][] rows = Inputs.reordered(given.rows(), order);
            Assignment branches = Inputs.reordered(given.branches(), order);
            assertSame(metric, given, given.with(branches, rows), seed, 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("ofAllSamples")
    void theOrderOfSamplesDoesNotMatter(ConfiguredMetric<?> metric) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Case given = Case.random(seed);
            int[] order = Inputs.shuffled(SAMPLES, new SplittableRandom(seed + 77));
            Case other =
                    new Case(
                            given.branches(),
                            IntStream.of(order)
                                    .mapToObj(n -> given.rows()[n])
                                    .toArray(float[][]::new),
                            IntStream.of(order).map(n -> given.labels()[n]).toArray(),
                            IntStream.of(order).map(n -> given.levels()[n]).toArray());
            assertSame(metric, given, other, seed, 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("scaleFree")
    void theScaleOfEachUnitDoesNotMatter(ConfiguredMetric<?> metric) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Case given = Case.random(seed);
            float[][] rows = new float[SAMPLES][UNITS];
            for (int n = 0; n < SAMPLES; n++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    rows[n][unit] = (1 << unit % 4) * given.rows()[n][unit];
                }
            }
            assertSame(metric, given, given.with(given.branches(), rows), seed, 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theScaleOfTheLayerDoesNotMatter(ConfiguredMetric<?> metric) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Case given = Case.random(seed);
            float[][] rows = new float[SAMPLES][UNITS];
            for (int n = 0; n < SAMPLES; n++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    rows[n][unit] = 8 * given.rows()[n][unit];
                }
            }
            assertSame(metric, given, given.with(given.branches(), rows), seed, 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesOfBranchesDoNotMatter(ConfiguredMetric<?> metric) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Case given = Case.random(seed);
            int[] branchOf = IntStream.range(0, UNITS).map(given.branches()::branchOf).toArray();
            Assignment renamed = Assignment.of(List.of("x", "y", "z"), branchOf);
            double[] values =
                    prepared(metric, given).values().stream().mapToDouble(v -> v).toArray();
            double[] others =
                    prepared(metric, given.with(renamed, given.rows())).values().stream()
                            .mapToDouble(v -> v)
                            .toArray();
            assertThat(others).as("seed %d", seed).containsExactly(values, within(0.0));
        }
    }

    private static void assertSame(
            ConfiguredMetric<?> metric, Case given, Case other, long seed, double tolerance) {
        Map<Subject, Double> expected = prepared(metric, given);
        prepared(metric, other)
                .forEach(
                        (subject, value) ->
                                assertThat(value)
                                        .as("seed %d, %s", seed, subject)
                                        .isCloseTo(expected.get(subject), within(tolerance)));
    }

    private static Map<Subject, Double> prepared(ConfiguredMetric<?> metric, Case given) {
        return values(metric.metric(), metric.options(), given);
    }

    @SuppressWarnings("unchecked")
    private static <O extends Record> Map<Subject, Double> values(
            SpecializationMetric<O> metric, Record options, Case given) {
        var prepared = metric.prepare(given.input(), (O) options);
        double[] scores = prepared.score(given.branches());
        return IntStream.range(0, scores.length)
                .boxed()
                .collect(
                        Collectors.toMap(
                                prepared.subjects()::get,
                                s -> scores[s],
                                (a, b) -> a,
                                java.util.LinkedHashMap::new));
    }

    /** Activations, never negative, with a class and the level of a factor for each sample. */
    private record Case(Assignment branches, float[][] rows, int[] labels, int[] levels) {

        static Case random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] labels = random.ints(SAMPLES, 0, 3).toArray();
            int[] levels = random.ints(SAMPLES, 0, 2).toArray();
            float[][] rows = Inputs.noise(SAMPLES, UNITS, random);
            for (int n = 0; n < SAMPLES; n++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    int level = unit % 4 == 0 ? levels[n] : 1 - levels[n];
                    float driven = unit % 2 == 0 ? level : labels[n] == unit % 3 ? 2 : 0;
                    rows[n][unit] = Math.abs(rows[n][unit]) + driven;
                }
            }
            return new Case(Inputs.branches(4, 6, 5).permuted(random), rows, labels, levels);
        }

        Case with(Assignment otherBranches, float[][] otherRows) {
            return new Case(otherBranches, otherRows, labels, levels);
        }

        MetricInput input() {
            return Inputs.ofActivations(branches, rows, labels, levels);
        }
    }
}
