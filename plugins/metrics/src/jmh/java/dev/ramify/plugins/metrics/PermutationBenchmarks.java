package dev.ramify.plugins.metrics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.core.machine.NativeThreads;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.Evaluation;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.NullBudget;
import dev.ramify.plugins.metrics.family.AssociationIndex;
import dev.ramify.plugins.metrics.family.FamilyInformation;
import dev.ramify.plugins.metrics.family.FamilySource;
import dev.ramify.plugins.metrics.family.InformationOptions;
import dev.ramify.plugins.metrics.similarity.Coherence;
import dev.ramify.plugins.metrics.similarity.CoherenceOptions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Seconds that a metric takes with 10,000 draws under its null, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class PermutationBenchmarks {

    private static final NullBudget DRAWS = NullBudget.of(10_000).regardlessOfCost();

    private final ForkJoinPool core = new ForkJoinPool(1);
    private final MetricInput families = MadeLayers.withFamilies(2_048, 34);
    private final MetricInput active = MadeLayers.active(500, 512);

    @Setup
    public void oneNativeThread() {
        NativeThreads.one();
    }

    @TearDown
    public void stop() {
        core.shutdown();
    }

    @Benchmark
    public Evaluation familyInformationOf2048Units()
            throws InterruptedException, ExecutionException {
        return evaluate(
                ConfiguredMetric.of(
                        new FamilyInformation(),
                        new InformationOptions(FamilySource.PREFERRED_FACTOR, List.of(), .01, null, AssociationIndex.INFORMATION)),
                families);
    }

    @Benchmark
    public Evaluation coherenceOf512Units() throws InterruptedException, ExecutionException {
        return evaluate(ConfiguredMetric.of(new Coherence(), new CoherenceOptions(false)), active);
    }

    @Benchmark
    public Evaluation coherenceOf512UnitsWithoutBranchMeans()
            throws InterruptedException, ExecutionException {
        return evaluate(ConfiguredMetric.of(new Coherence(), new CoherenceOptions(true)), active);
    }

    private Evaluation evaluate(ConfiguredMetric<?> metric, MetricInput input)
            throws InterruptedException, ExecutionException {
        return core.submit(
                        () ->
                                new MetricEvaluator()
                                        .evaluate(metric, input, BranchKinds.allAlike(), DRAWS))
                .get();
    }
}
