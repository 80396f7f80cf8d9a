package dev.ramify.core.bench;

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
 */
public record Outcome(
        Workload workload,
        long parameters,
        Score ours,
        Optional<Score> theirs,
        OptionalDouble lossDifference,
        OptionalDouble compileSeconds,
        OptionalDouble heapBytes) {

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

    /** Return our samples per second. */
    public double samplesPerSecond() {
        return workload.samples() / ours.median();
    }
}
