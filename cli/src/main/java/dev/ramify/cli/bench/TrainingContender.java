package dev.ramify.cli.bench;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.optimization.Optimizer;
import dev.ramify.core.engine.optimization.OptimizerSpec;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.engine.plan.KernelTime;
import java.util.List;

/** Trains one network by our engine. */
final class TrainingContender implements Contender {

    private static final double RATE = 1e-3;
    private static final Seed SEED = new Seed(1);

    private final Workload workload;
    private final String settings;
    private final TrainingNetwork network;
    private final Optimizer optimizer;
    private final SampleBatch batch;
    private final double compileSeconds;
    private long steps;

    TrainingContender(Engine engine, Workload workload, Architecture architecture) {
        this.workload = workload;
        settings = "%d threads, %s".formatted(engine.threads(), engine.kernels());
        long start = System.nanoTime();
        network =
                engine.training(
                        architecture,
                        new SoftmaxCrossEntropy(workload.classes()),
                        workload.batch());
        compileSeconds = (System.nanoTime() - start) * 1e-9;
        network.initialize(SEED, 1);
        optimizer =
                spec(workload.optimizer())
                        .over(
                                network.parameters().values(),
                                network.parameters().gradients(),
                                network.parameters().decayed());
        batch = SampleBatch.of(workload, SEED.derive("batch"));
    }

    private static OptimizerSpec spec(Workload.OptimizerKind kind) {
        return kind == Workload.OptimizerKind.ADAM
                ? new OptimizerSpec.Adam(0.9, 0.999, 1e-8, 0, false)
                : new OptimizerSpec.Sgd(0.9, 0);
    }

    TrainingNetwork network() {
        return network;
    }

    SampleBatch batch() {
        return batch;
    }

    double compileSeconds() {
        return compileSeconds;
    }

    /** Compute the loss of the batch with the parameters as they are. */
    double loss() {
        return evaluate().meanLoss();
    }

    private Tally evaluate() {
        return network.step(batch.images(), batch.labels(), workload.batch(), SEED);
    }

    @Override
    public double run(int repetitions) {
        long start = System.nanoTime();
        for (int i = 0; i < repetitions; i++) {
            evaluate();
            optimizer.step(++steps, RATE, 1, network.lanes(), network.crew());
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    /** Return the time of every operation, in seconds per step. */
    List<KernelTime> profile(int repetitions) {
        return network.time(() -> run(repetitions)).stream()
                .map(
                        each ->
                                new KernelTime(
                                        each.operation(),
                                        each.kernel(),
                                        each.macs(),
                                        each.forward() / repetitions,
                                        each.backward() / repetitions))
                .toList();
    }

    @Override
    public String settings() {
        return settings;
    }

    @Override
    public long parameters() {
        return network.logical().read(network.parameters().values()).values().stream()
                .mapToLong(each -> each.values().length)
                .sum();
    }

    @Override
    public void close() {
        network.close();
    }
}
