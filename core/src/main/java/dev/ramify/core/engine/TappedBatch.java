package dev.ramify.core.engine;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.kernels.TapBuffer;
import dev.ramify.core.engine.objective.Activation;
import dev.ramify.core.engine.objective.Activations;
import dev.ramify.core.engine.plan.LaneGroup;
import java.util.Arrays;

/** The logits and the values at the taps of one batch. */
final class TappedBatch implements Activations {

    private final Graph graph;
    private final LaneGroup lanes;
    private final float[] logits;
    private final float[] logitGradients;

    /**
     * @param logits {@code [samples, outputs]}
     * @param logitGradients of the same form
     */
    TappedBatch(Graph graph, LaneGroup lanes, float[] logits, float[] logitGradients) {
        this.graph = graph;
        this.lanes = lanes;
        this.logits = logits;
        this.logitGradients = logitGradients;
    }

    /** Forget the gradients that were added before. */
    void clear() {
        lanes.taps().clear();
        Arrays.fill(logitGradients, 0);
    }

    @Override
    public int samples() {
        return lanes.samples();
    }

    @Override
    public Activation of(String path) {
        if (path.equals(Site.LOGITS)) {
            Site site = new Site(path, graph.output(), 0, graph.output().shape().channels());
            return new Activation(site, samples(), logits, logitGradients);
        }
        Site site = Site.of(graph.sites(), path);
        TapBuffer buffer = lanes.taps().of(site.value());
        return new Activation(site, samples(), buffer.values(), buffer.toAdd());
    }
}
