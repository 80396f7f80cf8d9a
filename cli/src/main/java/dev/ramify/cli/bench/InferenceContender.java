package dev.ramify.cli.bench;

import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.InferenceNetwork;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;

/** Runs one network forward by our engine. */
final class InferenceContender implements Contender {

    private final String settings;
    private final InferenceNetwork network;
    private final SampleBatch batch;
    private final float[] logits;
    private final long parameters;

    InferenceContender(Engine engine, Workload workload) {
        settings = "%d threads, %s".formatted(engine.threads(), engine.kernels());
        network =
                engine.inference(
                        workload.architectures().get(0), Observation.NONE, workload.batch());
        try (TrainingNetwork trained =
                engine.training(
                        workload.architectures().get(0),
                        new SoftmaxCrossEntropy(workload.classes()),
                        1)) {
            trained.initialize(new Seed(1), 1);
            network.load(trained.logical().read());
        }
        parameters = workload.architectures().get(0).cost().parameters();
        batch = SampleBatch.of(workload, new Seed(2));
        logits = new float[workload.batch() * network.outputs()];
    }

    @Override
    public double run(int repetitions) {
        long start = System.nanoTime();
        for (int i = 0; i < repetitions; i++) {
            network.forward(batch.images());
            network.logits(logits);
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public String settings() {
        return settings;
    }

    @Override
    public long parameters() {
        return parameters;
    }

    @Override
    public void close() {
        network.close();
    }
}
