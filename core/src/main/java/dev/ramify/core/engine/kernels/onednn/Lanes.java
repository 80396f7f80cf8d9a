package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Parameter;

/**
 * Divides a batch between lanes.
 *
 * <p>Lanes of few samples keep their values in the nearest caches; lanes of too few waste work on
 * the weights, which every lane reads and whose gradients every lane writes. A weight costs about
 * as much as {@link #MACS_PER_WEIGHT} multiply-accumulates, of which it should be a small part.
 */
final class Lanes {

    private static final int FEWEST = 8;
    private static final int MOST = 32;
    private static final int DENSE = 512;
    private static final long MACS_PER_WEIGHT = 240;

    private Lanes() {}

    static int[] divide(Graph graph, int samples) {
        int wanted = samples(graph);
        int count = Math.max(1, (samples + wanted / 2) / wanted);
        int[] sizes = new int[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = samples / count + (i < samples % count ? 1 : 0);
        }
        return sizes;
    }

    private static int samples(Graph graph) {
        long macs = graph.operations().stream().mapToLong(each -> each.macs()).sum();
        long weights =
                graph.parameters().stream()
                        .filter(each -> each.role() == Parameter.Role.WEIGHT)
                        .mapToLong(each -> each.shape().count())
                        .sum();
        if (macs < 2 * weights) {
            // Weights are used about once per sample: threads share units rather than samples.
            return DENSE;
        }
        long enough = MACS_PER_WEIGHT * weights / Math.max(1, macs);
        return Math.toIntExact(Math.min(MOST, Math.max(FEWEST, enough)));
    }
}
