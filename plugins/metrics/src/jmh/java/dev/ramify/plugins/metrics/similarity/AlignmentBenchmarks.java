package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.recording.Assignment;
import dev.ramify.core.machine.NativeThreads;
import dev.ramify.numerics.products.BranchProducts;
import dev.ramify.numerics.products.CentredSamples;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.RowActivations;
import java.util.List;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Seconds that the unbiased CKA of two layers of 2,048 units over 10,000 samples takes, on all
 * cores and with the garbage collector that the launcher asks for. {@code unbiased_cka.py} beside
 * it does the same with NumPy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseParallelGC")
@Warmup(iterations = 8)
@Measurement(iterations = 9)
public class AlignmentBenchmarks {

    private static final int SAMPLES = 10_000;
    private static final int UNITS = 2_048;
    private static final Assignment WHOLE = Inputs.branches(UNITS);

    private final RowActivations one = noise(1);
    private final RowActivations other = noise(2);

    private static RowActivations noise(long seed) {
        return new RowActivations(Inputs.noise(SAMPLES, UNITS, new SplittableRandom(seed)), UNITS);
    }

    @Setup
    public void oneNativeThread() {
        NativeThreads.one();
    }

    @Benchmark
    public double unbiasedCka() {
        BranchProducts.Side x = new BranchProducts.Side(CentredSamples.of(one), WHOLE);
        BranchProducts.Side y = new BranchProducts.Side(CentredSamples.of(other), WHOLE);
        List<double[][]> estimates =
                Hsic.ofBranches(
                        List.of(
                                new BranchProducts.Pair(x, y),
                                new BranchProducts.Pair(x, x),
                                new BranchProducts.Pair(y, y)),
                        Estimator.UNBIASED);
        return PreparedCka.alignment(
                estimates.get(0)[0][0], estimates.get(1)[0][0], estimates.get(2)[0][0]);
    }
}
