package dev.ramify.core.study;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.data.Factor;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.optimization.FactorCrossEntropy;
import dev.ramify.core.engine.optimization.Loss;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.machine.NativeThreads;
import dev.ramify.core.pipeline.DatasetFacts;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.pipeline.spec.Objective;
import java.util.HashMap;
import java.util.Map;

/** Estimates how long a study takes from steps of training that it makes and times. Thread-safe. */
public final class StepProbe {

    private static final int WARM_UP = 2;
    private static final int MOST_STEPS = 20;
    private static final long BUDGET_NANOS = 400_000_000L;

    /** A step of training takes three times as long as a pass that only computes. */
    private static final double PASS = 1.0 / 3;

    /** What a study does beside steps and passes: images, recordings, nulls, files, figures. */
    private static final double ALL = 1.4;

    private final Engine engine;

    /**
     * @param engine computes the steps
     */
    public StepProbe(Engine engine) {
        this.engine = engine;
    }

    /**
     * Estimate the time in seconds of a whole study of which nothing is done yet.
     *
     * @param threads networks trained at one time
     */
    public double seconds(ResolvedPipeline pipeline, int threads) {
        NativeThreads.one();
        Map<Architecture, Double> steps = new HashMap<>();
        int batch = pipeline.spec().training().batch();
        int epochs = pipeline.spec().training().epochs();
        int seeds = pipeline.spec().seeds().size();
        double seconds = 0;
        for (PlannedVariant variant : pipeline.plan().variants()) {
            double step =
                    steps.computeIfAbsent(
                            variant.architecture(), each -> step(pipeline, variant, batch));
            double trained = (double) epochs * variant.data().train() / batch;
            double tested = (epochs + 1.0) * variant.data().test() / batch;
            seconds += seeds * step * (trained + PASS * tested);
        }
        int networks = pipeline.plan().runs().size();
        return ALL * seconds / Math.min(threads, networks);
    }

    /** Time a step in seconds. */
    private double step(ResolvedPipeline pipeline, PlannedVariant variant, int batch) {
        Loss loss = loss(pipeline.spec().training().objective(), variant.data());
        float[] images = new float[batch * variant.data().shape().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (i % 17 - 8) / 8f;
        }
        int[] targets = new int[batch * loss.targets()];
        Seed seed = new Seed(0);
        try (TrainingNetwork network =
                engine.withThreads(1).training(variant.architecture(), loss, batch)) {
            network.initialize(seed, 1);
            for (int i = 0; i < WARM_UP; i++) {
                network.step(images, targets, batch, seed);
            }
            long start = System.nanoTime();
            int done = 0;
            while (done == 0 || done < MOST_STEPS && System.nanoTime() - start < BUDGET_NANOS) {
                network.step(images, targets, batch, seed);
                done++;
            }
            return (System.nanoTime() - start) * 1e-9 / done;
        }
    }

    private static Loss loss(Objective objective, DatasetFacts data) {
        return objective == Objective.CLASSES
                ? new SoftmaxCrossEntropy(data.classes().size())
                : new FactorCrossEntropy(
                        data.factors().stream()
                                .map(Factor::levels)
                                .map(levels -> levels.size())
                                .toList());
    }
}
