package dev.ramify.core.engine;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.Mode;
import dev.ramify.core.engine.plan.Design;
import dev.ramify.core.engine.plan.Lane;
import dev.ramify.core.engine.plan.LaneBuilder;
import dev.ramify.core.engine.plan.LogicalOrder;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.engine.plan.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A network that is only run forward, whose layers can be observed and masked. Not thread-safe. */
public final class InferenceNetwork implements AutoCloseable {

    private final Graph graph;
    private final int batch;
    private final ParameterSpace parameters;
    private final Lane lane;

    InferenceNetwork(Graph graph, Kernels kernels, int batch) {
        this.graph = graph;
        this.batch = batch;
        Design design = Design.of(graph, kernels, batch, Mode.INFERENCE, Map.of());
        parameters = new ParameterSpace(graph.parameters(), design.parameters());
        lane = LaneBuilder.build(design, parameters);
        unmask();
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
        new LogicalOrder(parameters).write(arrays);
    }

    /** List where layers are observed, one site for each of their parts. */
    public List<Site> sites() {
        return graph.sites();
    }

    /**
     * Multiply the units of one layer by factors: 0 silences a unit, 1 leaves it.
     *
     * @param path of the layer, as in {@link Site#layer()}
     * @param factors one per unit
     * @throws IllegalArgumentException if the layer cannot be masked
     */
    public void mask(String path, float[] factors) {
        for (Operation operation : graph.operations()) {
            if (operation instanceof Operation.Mask mask && mask.name().equals(path)) {
                Parameter parameter = mask.factors();
                parameters.layout(parameter).write(factors, parameters.values(parameter));
                return;
            }
        }
        throw new IllegalArgumentException("layer '" + path + "' cannot be masked");
    }

    /** Let all units pass. */
    public void unmask() {
        for (Site site : graph.sites()) {
            float[] ones = new float[site.units()];
            Arrays.fill(ones, 1);
            if (isMasked(site.layer())) {
                mask(site.layer(), ones);
            }
        }
    }

    private boolean isMasked(String path) {
        return graph.operations().stream()
                .anyMatch(each -> each instanceof Operation.Mask mask && mask.name().equals(path));
    }

    /**
     * Compute all values.
     *
     * @param images {@code [batch, channels, height, width]}
     */
    public void forward(float[] images) {
        lane.input(images);
        lane.forward();
    }

    /** Copy the logits out, {@code [batch, outputs]}. */
    public void logits(float[] into) {
        lane.readOutput(into);
    }

    /**
     * Copy the value of a site out, {@code [batch, channels, height, width]}; the units of the
     * layer are the channels from {@link Site#from()} on.
     */
    public void read(Site site, float[] into) {
        lane.read(site.value(), into);
    }

    @Override
    public void close() {
        lane.close();
    }
}
