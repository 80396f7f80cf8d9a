package dev.ramify.core.engine;

import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.Mode;
import dev.ramify.core.engine.optimization.Objective;
import dev.ramify.core.engine.optimization.Objective.Tally;
import dev.ramify.core.engine.plan.Design;
import dev.ramify.core.engine.plan.Lane;
import dev.ramify.core.engine.plan.LaneBuilder;
import dev.ramify.core.engine.plan.LogicalOrder;
import dev.ramify.core.engine.plan.ParameterSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A network that computes losses and gradients. Not thread-safe. */
public final class TrainingNetwork implements AutoCloseable {

    private final Graph graph;
    private final Kernels kernels;
    private final Objective objective;
    private final int batch;
    private final Design design;
    private final ParameterSpace parameters;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final float[] logits;
    private final float[] gradients;
    private Lane last;

    TrainingNetwork(Graph graph, Kernels kernels, Objective objective, int batch) {
        this.graph = graph;
        this.kernels = kernels;
        this.objective = objective;
        this.batch = batch;
        design = Design.of(graph, kernels, batch, Mode.TRAINING, Map.of());
        parameters = new ParameterSpace(graph.parameters(), design.parameters());
        last = LaneBuilder.build(design, parameters);
        lanes.put(batch, last);
        logits = new float[batch * objective.outputs()];
        gradients = new float[batch * objective.outputs()];
    }

    /** Return the parameters and their gradients. */
    public ParameterSpace parameters() {
        return parameters;
    }

    /** Return the parameters and statistics by name, in logical order. */
    public LogicalOrder logical() {
        return new LogicalOrder(parameters);
    }

    /**
     * Draw all parameters anew.
     *
     * @param gain factor of the deviation of weights
     */
    public void initialize(Seed seed, double gain) {
        logical().write(Initialization.draw(parameters.parameters(), seed, gain));
    }

    /** Return the number of samples in a full step. */
    public int batch() {
        return batch;
    }

    /**
     * Compute the loss of a batch and the gradients of its mean.
     *
     * @param images {@code [samples, channels, height, width]}
     * @param targets {@code [samples, objective.targets()]}
     * @param samples number of samples, at most {@link #batch()}
     * @param dropout seed of this step's dropout
     * @return sums over the samples
     */
    public Tally step(float[] images, int[] targets, int samples, Seed dropout) {
        last = lane(samples);
        last.pass().seed(dropout.value());
        last.input(images);
        last.forward();
        last.readOutput(logits);
        Tally tally = objective.evaluate(logits, targets, samples, 1.0 / samples, gradients);
        last.outputGradient(gradients);
        last.backward();
        return tally;
    }

    /** The last batch of an epoch may be smaller; its kernels share the parameters. */
    private Lane lane(int samples) {
        return lanes.computeIfAbsent(
                samples,
                count ->
                        LaneBuilder.build(
                                Design.of(
                                        graph, kernels, count, Mode.TRAINING, design.parameters()),
                                parameters));
    }

    /**
     * Find the first layer of the last step whose output is not finite.
     *
     * @return its path, or nothing if all are finite
     */
    public Optional<String> firstNotFinite() {
        return last.firstNotFinite();
    }

    /** Return the number of bytes of values, gradients, parameters and scratch. */
    public long bytes() {
        long floats = lanes.values().stream().mapToLong(Lane::floats).sum();
        return Float.BYTES * (floats + 2 * parameters.values().length());
    }

    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
    }
}
