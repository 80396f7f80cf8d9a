package dev.ramify.core.engine;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.plan.LaneGroup;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.engine.plan.Plans;
import dev.ramify.core.machine.Crew;
import java.util.List;
import java.util.Map;

/** A network that is only run forward, whose layers can be observed. Not thread-safe. */
public final class InferenceNetwork implements AutoCloseable {

    private final Graph graph;
    private final int batch;
    private final Crew crew;
    private final Plans plans;
    private final Images images = new Images();
    private LaneGroup lanes;

    InferenceNetwork(Graph graph, Kernels kernels, int batch, Crew crew) {
        this.graph = graph;
        this.batch = batch;
        this.crew = crew;
        plans = new Plans(graph, kernels, Purpose.INFERENCE, batch, crew);
        lanes = plans.of(batch);
    }

    /**
     * Return the greatest number of samples at a time; images and results are always given for as
     * many.
     */
    public int batch() {
        return batch;
    }

    /** Return the number of logits of one sample. */
    public int outputs() {
        return graph.output().shape().size();
    }

    /** Take over trained parameters and statistics. */
    public void load(Map<String, Named> arrays) {
        plans.load(arrays);
    }

    /** List where layers are observed, one site for each of their parts. */
    public List<Site> sites() {
        return graph.sites();
    }

    /**
     * Compute all values.
     *
     * @param newImages {@code [batch, channels, height, width]}
     */
    public void forward(float[] newImages) {
        images.batch = newImages;
        lanes = plans.upToDate(batch);
        lanes.forward(images);
    }

    /** Puts images in, lane by lane. */
    private final class Images implements LaneGroup.Work {

        private float[] batch = new float[0];

        @Override
        public void before(int lane) {
            lanes.input(lane, batch, lanes.first(lane) * graph.input().shape().size());
        }

        @Override
        public void between(int lane) {}
    }

    /** Copy the logits out, {@code [batch, outputs]}. */
    public void logits(float[] into) {
        for (int lane = 0; lane < lanes.lanes(); lane++) {
            lanes.output(lane, into, lanes.first(lane) * outputs());
        }
    }

    /**
     * Copy the value of a site out, {@code [batch, channels, height, width]}; the units of the
     * layer are the channels from {@link Site#from()} on.
     */
    public void read(Site site, float[] into) {
        lanes.observe(site.value(), into);
    }

    @Override
    public void close() {
        plans.close();
        crew.close();
    }
}
