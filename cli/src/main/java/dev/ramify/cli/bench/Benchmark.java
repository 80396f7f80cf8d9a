package dev.ramify.cli.bench;

import dev.ramify.cli.bench.Workload.Task;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.machine.MatrixSpeed;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Measures workloads, in rounds that alternate with PyTorch's so that both meet the same machine.
 *
 * @param engine whose networks are measured
 * @param torch the other side; null to measure ours alone
 * @param rounds number of rounds of each side
 * @param roundSeconds least time of a round of ours
 */
public record Benchmark(Engine engine, @Nullable Torch torch, int rounds, double roundSeconds) {

    private static final int LEAST_STEPS = 3;
    private static final double WARM_UP_SECONDS = 3;
    private static final int HEAP_STEPS = 20;

    /**
     * Measure one workload.
     *
     * @throws PeerException if PyTorch cannot be run
     */
    public Outcome measure(Workload workload) throws PeerException {
        try (Contender ours = ours(workload)) {
            if (torch == null) {
                return contest(workload, ours, null, OptionalDouble.empty());
            }
            try (Contender theirs = torch.open(workload, engine.threads())) {
                if (theirs.parameters() != ours.parameters()) {
                    throw new PeerException(
                            "the networks of %s differ: we have %d parameters, PyTorch has %d"
                                    .formatted(
                                            workload.id(), ours.parameters(), theirs.parameters()));
                }
                return contest(workload, ours, theirs, lossDifference(ours, theirs));
            }
        }
    }

    private Contender ours(Workload workload) {
        return switch (workload.task()) {
            case TRAINING ->
                    new TrainingContender(engine, workload, workload.architectures().get(0));
            case INFERENCE -> new InferenceContender(engine, workload);
            case STUDY -> new StudyContender(engine, workload);
        };
    }

    private static OptionalDouble lossDifference(Contender ours, Contender theirs)
            throws PeerException {
        if (ours instanceof TrainingContender mine && theirs instanceof TorchContender peer) {
            double loss = peer.loss(mine.network().logical().read(), mine.batch());
            return OptionalDouble.of(Math.abs(mine.loss() - loss));
        }
        return OptionalDouble.empty();
    }

    private Outcome contest(
            Workload workload,
            Contender ours,
            @Nullable Contender theirs,
            OptionalDouble lossDifference) {
        int own = calibrate(ours);
        int other = theirs == null ? 0 : calibrate(theirs);
        List<Double> ourSeconds = new ArrayList<>();
        List<Double> theirSeconds = new ArrayList<>();
        double limit = 0;
        try (MatrixSpeed matrices = new MatrixSpeed(engine.threads())) {
            for (int round = 0; round < rounds; round++) {
                ourSeconds.add(ours.run(own) / own);
                limit = Math.max(limit, matrices.gflops());
                if (theirs != null) {
                    theirSeconds.add(theirs.run(other) / other);
                }
            }
        }
        return new Outcome(
                workload,
                ours.parameters(),
                new Score(ours.settings(), ourSeconds, OptionalLong.empty()),
                Optional.ofNullable(theirs)
                        .map(each -> new Score(each.settings(), theirSeconds, each.peakBytes())),
                lossDifference,
                ours instanceof TrainingContender network
                        ? OptionalDouble.of(network.compileSeconds())
                        : OptionalDouble.empty(),
                workload.task() == Task.STUDY ? OptionalDouble.empty() : heap(ours),
                limit,
                ours instanceof TrainingContender network ? network.profile(own) : List.of());
    }

    /** Let code be compiled and caches fill, then choose how many steps make a round. */
    private int calibrate(Contender contender) {
        double warm = 0;
        while (warm < WARM_UP_SECONDS) {
            warm += contender.run(LEAST_STEPS);
        }
        double step = contender.run(LEAST_STEPS) / LEAST_STEPS;
        return (int) Math.max(1, Math.ceil(roundSeconds / step));
    }

    /** Allocation on the calling thread, which does the same as all others. */
    private static OptionalDouble heap(Contender contender) {
        if (ManagementFactory.getThreadMXBean()
                instanceof com.sun.management.ThreadMXBean threads) {
            long before = threads.getCurrentThreadAllocatedBytes();
            contender.run(HEAP_STEPS);
            long after = threads.getCurrentThreadAllocatedBytes();
            return OptionalDouble.of((double) (after - before) / HEAP_STEPS);
        }
        return OptionalDouble.empty();
    }
}
