package dev.ramify.core.engine;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.TapBuffer;
import dev.ramify.core.engine.objective.Objective;
import dev.ramify.core.engine.plan.LaneGroup;
import dev.ramify.core.engine.plan.LogicalOrder;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.engine.plan.Plans;
import dev.ramify.core.machine.Crew;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network with given parameters, whose inner values can be read, changed and differentiated.
 *
 * <p>Gradients are those of an {@link Objective} over the whole batch, with respect to the values
 * at taps, the images among them, and to parameters if the network was compiled for them. Batches
 * of any size up to the greatest can be given. Not thread-safe.
 */
public final class DifferentiableNetwork implements AutoCloseable {

    private final Graph graph;
    private final Purpose purpose;
    private final int batch;
    private final Crew crew;
    private final Plans plans;
    private final Map<String, Intervention> interventions = new LinkedHashMap<>();
    private final BatchPass pass;
    private LaneGroup last;

    DifferentiableNetwork(Graph graph, Kernels kernels, Purpose purpose, int batch, Crew crew) {
        this.graph = graph;
        this.purpose = purpose;
        this.batch = batch;
        this.crew = crew;
        plans = new Plans(graph, kernels, purpose, batch, crew);
        last = plans.of(batch);
        pass = new BatchPass(batch);
    }

    /** Return the greatest number of samples at a time. */
    public int batch() {
        return batch;
    }

    /** Return the number of logits of one sample. */
    public int outputs() {
        return graph.output().shape().size();
    }

    /** List the taps, one site for each part of a layer. */
    public List<Site> sites() {
        return graph.sites();
    }

    /** Take over trained parameters and statistics. */
    public void load(Map<String, Named> arrays) {
        plans.load(arrays);
    }

    /**
     * Change what units of a layer give, from the next pass on, until {@link #restore}. A later
     * intervention on a layer takes the place of an earlier one.
     *
     * @param path of the layer, as in {@link Site#layer()}
     * @throws IllegalArgumentException if the layer cannot be changed or has no such unit
     */
    public void intervene(String path, Intervention intervention) {
        Site site = Site.of(graph.sites(), path);
        if (!graph.changes(site)) {
            throw new IllegalArgumentException(
                    "the values of layer '%s' can only be read here; observe it with access CHANGE"
                            .formatted(path));
        }
        for (int unit : intervention.units()) {
            if (unit < 0 || unit >= site.units()) {
                throw new IllegalArgumentException(
                        "layer '%s' has units 0 to %d, found unit %d"
                                .formatted(path, site.units() - 1, unit));
            }
        }
        interventions.put(path, intervention);
    }

    /** Let all units give what they would. */
    public void restore() {
        interventions.clear();
    }

    /**
     * Compute all values.
     *
     * @param images {@code [samples, channels, height, width]}
     * @param samples at most {@link #batch()}
     */
    public void forward(float[] images, int samples) {
        begin(images, samples, Objective.ZERO);
        last.forward(pass);
    }

    /**
     * Compute all values, an objective and its gradients.
     *
     * @param images {@code [samples, channels, height, width]}
     * @param samples at most {@link #batch()}
     * @return the value of the objective
     * @throws IllegalStateException if the network was compiled without derivatives
     */
    public double differentiate(float[] images, int samples, Objective objective) {
        if (purpose.derivatives().isEmpty()) {
            throw new IllegalStateException("this network was compiled to be run forward alone");
        }
        begin(images, samples, objective);
        last.step(pass);
        return pass.value;
    }

    private void begin(float[] images, int samples, Objective objective) {
        last = plans.upToDate(samples);
        for (Site site : graph.sites()) {
            if (graph.changes(site)) {
                last.taps().of(site.value()).change(change(site.value()));
            }
        }
        pass.begin(images, objective);
    }

    /** Units of several layers may lie in one value. */
    private TapBuffer.@Nullable Change change(Value value) {
        List<TapBuffer.Change> changes =
                graph.sites().stream()
                        .filter(site -> site.value().equals(value))
                        .filter(site -> interventions.containsKey(site.layer()))
                        .map(site -> intervention(site).at(site))
                        .toList();
        return changes.isEmpty()
                ? null
                : (values, first, samples) ->
                        changes.forEach(change -> change.apply(values, first, samples));
    }

    private Intervention intervention(Site site) {
        Intervention found = interventions.get(site.layer());
        if (found == null) {
            throw new IllegalStateException("no intervention on " + site.layer());
        }
        return found;
    }

    /** Copy the logits of the last pass out, {@code [samples, outputs]}. */
    public void logits(float[] into) {
        System.arraycopy(pass.logits, 0, into, 0, last.samples() * outputs());
    }

    /** Return what a layer gave in the last pass, {@code [samples, units, height, width]}. */
    public float[] values(String path) {
        Site site = Site.of(graph.sites(), path);
        return units(site, last.taps().of(site.value()).values());
    }

    /**
     * Return the gradients with respect to what a layer gives, {@code [samples, units, height,
     * width]}.
     */
    public float[] gradients(String path) {
        Site site = Site.of(graph.sites(), path);
        return units(site, last.taps().of(site.value()).gradients());
    }

    private float[] units(Site site, float[] all) {
        int size = site.value().shape().size();
        int area = site.value().shape().area();
        int count = site.units() * area;
        float[] units = new float[last.samples() * count];
        for (int sample = 0; sample < last.samples(); sample++) {
            System.arraycopy(all, sample * size + site.from() * area, units, sample * count, count);
        }
        return units;
    }

    /** Return the gradients with respect to parameters, by name, in logical order. */
    public Map<String, Named> parameterGradients() {
        INDArray sum = Flat.zeros(plans.parameters().values().length());
        List<INDArray> lanes = plans.parameters().gradients();
        lanes.subList(0, Math.min(lanes.size(), last.lanes())).forEach(sum::addi);
        return new LogicalOrder(plans.parameters()).read(sum);
    }

    @Override
    public void close() {
        plans.close();
        crew.close();
    }

    /** Puts images in, and evaluates the objective when all lanes have come to the end. */
    private final class BatchPass implements LaneGroup.Work {

        private final float[] logits;
        private final float[] logitGradients;
        private float[] images = new float[0];
        private Objective objective = Objective.ZERO;
        private double value;

        BatchPass(int samples) {
            logits = new float[samples * outputs()];
            logitGradients = new float[logits.length];
        }

        void begin(float[] newImages, Objective newObjective) {
            images = newImages;
            objective = newObjective;
        }

        @Override
        public void before(int lane) {
            last.input(lane, images, last.first(lane) * graph.input().shape().size());
        }

        @Override
        public void between(int lane) {
            last.output(lane, logits, last.first(lane) * outputs());
        }

        @Override
        public boolean joins() {
            return true;
        }

        @Override
        public void together() {
            TappedBatch tapped = new TappedBatch(graph, last, logits, logitGradients);
            tapped.clear();
            value = objective.evaluate(tapped, 1);
            for (int lane = 0; lane < last.lanes(); lane++) {
                last.outputGradient(lane, logitGradients, last.first(lane) * outputs());
            }
        }
    }
}
