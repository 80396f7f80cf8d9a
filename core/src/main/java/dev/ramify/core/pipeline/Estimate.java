package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.architecture.PlacedLayer;

/**
 * What a study will need, roughly.
 *
 * @param operations floating-point operations of all training and testing
 * @param memory bytes of memory while networks are trained
 * @param disk bytes of the run directory
 */
public record Estimate(double operations, long memory, long disk) {

    private static final long FLOAT = 4;

    /**
     * Estimate from shapes alone.
     *
     * <p>A forward pass takes two operations per multiply-accumulate, a training step three times
     * that. Weights stand in memory four times (themselves, gradient, two moments), activations
     * twice, images once for all.
     *
     * @param threads networks trained at one time
     */
    public static Estimate of(ResolvedPipeline pipeline, int threads) {
        double operations = 0;
        long largest = 0;
        long images = 0;
        long disk = 0;
        long batch = pipeline.spec().training().batch();
        int epochs = pipeline.spec().training().epochs();
        long seeds = pipeline.spec().seeds().size();
        for (PlannedVariant variant : pipeline.plan().variants()) {
            DatasetFacts data = variant.data();
            double forward = 2.0 * variant.cost().macs();
            operations +=
                    seeds
                            * (3 * forward * data.train() * epochs
                                    + forward * data.test() * (epochs + 1));
            long weights = variant.cost().parameters() * FLOAT;
            largest = Math.max(largest, 4 * weights + 2 * batch * activations(variant));
            images = Math.max(images, FLOAT * data.shape().size() * (data.train() + data.test()));
            disk += seeds * (3 * weights + 2 * recording(pipeline, variant));
        }
        int parallel = Math.min(threads, pipeline.plan().runs().size());
        return new Estimate(operations, parallel * largest + images, disk);
    }

    /** Return the time in seconds at a sustained speed. */
    public double seconds(double operationsPerSecond) {
        return operations / operationsPerSecond;
    }

    private static long activations(PlannedVariant variant) {
        return FLOAT
                * variant.architecture().layers().stream()
                        .map(PlacedLayer::output)
                        .mapToLong(shape -> shape.size())
                        .sum();
    }

    private static long recording(ResolvedPipeline pipeline, PlannedVariant variant) {
        long samples = Math.min(pipeline.spec().record().samples(), variant.data().test());
        long units =
                variant.layers().stream()
                        .map(variant.architecture()::view)
                        .mapToLong(LayerView::units)
                        .sum();
        return FLOAT * samples * units;
    }
}
