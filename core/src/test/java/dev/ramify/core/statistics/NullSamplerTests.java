package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NullSamplerTests {

    private static final int SUBJECTS = 5;
    private static final int MOST = 399;
    private static final int CASES = 2_000;

    @Test
    void correctedAndPlainPKeepTheirLevelWhereSamplingStopsEarly() {
        assertThat(rejections(Defined::pAdjusted, .05)).isBetween(.035, .065);
        assertThat(rejections(Defined::pAdjusted, .2)).isBetween(.17, .23);
        assertThat(rejectionsOfFirst(.05)).isBetween(.03, .065);
    }

    @Test
    void overSeedsTheLevelIsKeptWhereSamplingStopsEarly() {
        int rejected = 0;
        int studies = 300;
        for (int study = 0; study < studies; study++) {
            List<List<NullDraws>> networks = new ArrayList<>();
            for (int seed = 0; seed < 3; seed++) {
                Seed own = new Seed(3L * study + seed);
                networks.add(List.of(test(own, NullBudget.ENOUGH).nulls().get(0)));
            }
            double p =
                    new SeedSummaries()
                            .summarize(networks, List.of(), new Seed(study))
                            .get(0)
                            .chance()
                            .p();
            rejected += p <= .05 ? 1 : 0;
        }
        assertThat(rejected / (double) studies).isBetween(.02, .08);
    }

    @Test
    void stoppingEarlySavesMostDrawsUnderTheNull() {
        double draws =
                IntStream.range(0, 200)
                        .map(seed -> sample(new Seed(seed), NullBudget.ENOUGH).draws())
                        .average()
                        .orElseThrow();
        assertThat(draws).isLessThan(MOST / 2.0);
    }

    @Test
    void theNumberOfThreadsDecidesNothing() throws InterruptedException, ExecutionException {
        for (long seed = 0; seed < 20; seed++) {
            Seed own = new Seed(seed);
            List<Measurement> one = onThreads(1, own);
            assertThat(onThreads(5, own)).as("seed %d", seed).isEqualTo(one);
        }
    }

    private static List<Measurement> onThreads(int threads, Seed seed)
            throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> test(seed, NullBudget.ENOUGH).measurements()).get();
        } finally {
            pool.shutdown();
        }
    }

    private static double rejections(ToDoubleFunction<Defined> p, double level) {
        return share(seed -> smallest(seed, p) <= level);
    }

    private static double rejectionsOfFirst(double level) {
        return share(seed -> defined(seed).get(0).p() <= level);
    }

    private static double share(java.util.function.Predicate<Seed> rejects) {
        return IntStream.range(0, CASES).filter(seed -> rejects.test(new Seed(seed))).count()
                / (double) CASES;
    }

    private static double smallest(Seed seed, ToDoubleFunction<Defined> p) {
        return defined(seed).stream().mapToDouble(p).min().orElseThrow();
    }

    private static List<Defined> defined(Seed seed) {
        return test(seed, NullBudget.ENOUGH).measurements().stream()
                .map(each -> each.defined().orElseThrow())
                .toList();
    }

    private static MetricTest test(Seed seed, int enough) {
        return new MetricTest(observed(seed), sample(seed, enough));
    }

    private static NullSample sample(Seed seed, int enough) {
        return NullSampler.sample(
                observed(seed), number -> draw(seed.derive("draw", number)), MOST, enough);
    }

    /** Skewed values that depend on each other, on scales of their own. */
    private static Draw draw(Seed seed) {
        RandomGenerator random = seed.generator();
        double common = random.nextGaussian();
        double[] values = new double[SUBJECTS];
        for (int s = 0; s < SUBJECTS; s++) {
            values[s] = Math.pow(10, s) * Math.exp(common + random.nextGaussian());
        }
        return new Draw(values, null);
    }

    private static Observed observed(Seed seed) {
        return new Observed(
                "fake",
                "conv1",
                FakeMetric.profile(NullModel.UNIT_PERMUTATION, Tail.GREATER),
                NullModel.UNIT_PERMUTATION,
                false,
                IntStream.range(0, SUBJECTS).mapToObj(s -> Subject.branch("b" + s)).toList(),
                draw(seed.derive("observed")).values(),
                IntStream.range(0, SUBJECTS).mapToDouble(s -> Double.NaN).toArray(),
                null,
                subject -> "",
                subject -> "");
    }
}
