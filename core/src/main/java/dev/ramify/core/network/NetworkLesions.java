package dev.ramify.core.network;

import dev.ramify.api.metric.Lesions;
import dev.ramify.core.training.LayerLesions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lesions of the layers of one network at one moment. A layer costs nothing before the first
 * question about it. Thread-safe.
 */
final class NetworkLesions implements AutoCloseable {

    private final LayerLesions.Subject subject;
    private final WeightSource weights;
    private final NetworkProgress progress;
    private final Map<String, LayerLesions> layers = new HashMap<>();

    NetworkLesions(LayerLesions.Subject subject, WeightSource weights, NetworkProgress progress) {
        this.subject = subject;
        this.weights = weights;
        this.progress = progress;
    }

    /** Lesion one layer. */
    Lesions of(String layer) {
        return new Lesions() {
            @Override
            public int[] correct(boolean[] silenced, Replacement replacement) {
                return open(layer).correct(silenced, replacement);
            }

            @Override
            public List<int[]> correct(List<boolean[]> silenced, Replacement replacement) {
                return open(layer).correct(silenced, replacement);
            }
        };
    }

    private synchronized LayerLesions open(String layer) {
        return layers.computeIfAbsent(
                layer,
                name ->
                        new LayerLesions(
                                subject,
                                weights.read(),
                                name,
                                done -> progress.measuring("lesions of " + name, done)));
    }

    @Override
    public synchronized void close() {
        layers.values().forEach(LayerLesions::close);
    }
}
