package dev.ramify.cli.bench;

import dev.ramify.core.engine.plan.KernelTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What was measured of one workload.
 *
 * @param workload what was run
 * @param parameters trained values of the first network
 * @param ours our engine's
 * @param theirs PyTorch's, if it took part
 * @param lossDifference difference of the losses of one batch from equal parameters, if compared
 * @param compileSeconds until our network was ready
 * @param heapBytes allocated on the heap in one of our steps
 * @param limit most 10^9 operations per second in products of large matrices, between the rounds
 * @param profile our time by operation, in seconds of one thread per step; empty where not taken
 */
public record Outcome(
        Workload workload,
        long parameters,
        Score ours,
        Optional<Score> theirs,
        OptionalDouble lossDifference,
        OptionalDouble compileSeconds,
        OptionalDouble heapBytes,
        double limit,
        List<KernelTime> profile) {

    public Outcome {
        profile = List.copyOf(profile);
    }

    /** Return how many times as fast as PyTorch we are: the median of the rounds' ratios. */
    public OptionalDouble ratio() {
        if (theirs.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> peer = theirs.get().seconds();
        return OptionalDouble.of(
                Score.median(
                        IntStream.range(0, peer.size())
                                .mapToObj(i -> peer.get(i) / ours.seconds().get(i))
                                .toList()));
    }

    /** Return our speed in convolutions and dense layers in 10^9 operations per second. */
    public double gflops() {
        return workload.operations() / ours.median() * 1e-9;
    }

    /** Return our speed as a part of that of large matrix products at the same time. */
    public double share() {
        return gflops() / limit;
    }

    /**
     * Return the speed of operations with weights alone, on one thread, as a part of one thread's
     * share of the limit; empty without a profile.
     *
     * @param threads that the limit was measured with
     */
    public OptionalDouble productShare(int threads) {
        double seconds =
                profile.stream()
                        .filter(each -> each.macs() > 0)
                        .mapToDouble(KernelTime::seconds)
                        .sum();
        return seconds == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(workload.operations() / seconds * 1e-9 * threads / limit);
    }

    /** Return our samples per second. */
    public double samplesPerSecond() {
        return workload.samples() / ours.median();
    }
}
