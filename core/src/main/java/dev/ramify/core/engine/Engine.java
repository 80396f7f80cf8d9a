package dev.ramify.core.engine;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Derivatives;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.GraphBuilder;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.optimization.Loss;
import dev.ramify.core.engine.plan.LaneGroup;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.engine.plan.PlannedKernel;
import dev.ramify.core.machine.Crew;
import dev.ramify.core.machine.NativeThreads;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Compiles architectures into networks. Thread-safe; the networks are not. */
public final class Engine {

    private final Kernels kernels;
    private final int threads;

    /**
     * Compile networks that run on the calling thread alone: best for many networks side by side.
     */
    @Inject
    public Engine(Kernels kernels) {
        this(kernels, 1);
    }

    /**
     * Compile networks that share several threads.
     *
     * @param threads number of threads, the caller's included, at least 1; results do not depend on
     *     it
     */
    public Engine(Kernels kernels, int threads) {
        this.kernels = kernels;
        this.threads = threads;
    }

    /** Return the number of threads that a network shares. */
    public int threads() {
        return threads;
    }

    /** Return an engine whose networks share a number of threads. */
    public Engine withThreads(int count) {
        return new Engine(kernels, count);
    }

    private Crew crew() {
        return new Crew(threads, thread -> NativeThreads.one());
    }

    /** Return the name of the kernels, for people and provenance. */
    public String kernels() {
        return kernels.name();
    }

    /**
     * Compile a network to be trained.
     *
     * @param batch number of samples in a step
     * @throws IllegalArgumentException if the architecture does not give one output per logit of
     *     the loss
     */
    public TrainingNetwork training(Architecture architecture, Loss loss, int batch) {
        return training(architecture, loss, batch, Observation.NONE, Derivatives.OF_PARAMETERS);
    }

    /**
     * Compile a network to be trained, some of whose layers are observed or frozen.
     *
     * @param batch number of samples in a step
     * @param observation which layers can be observed while training, and where whole-batch terms
     *     can be added
     * @param derivatives which parameters are trained; frozen normalizations use their running
     *     statistics
     * @throws IllegalArgumentException if the architecture does not give one output per logit of
     *     the loss
     */
    public TrainingNetwork training(
            Architecture architecture,
            Loss loss,
            int batch,
            Observation observation,
            Derivatives derivatives) {
        Purpose purpose = Purpose.TRAINING.with(derivatives);
        Graph graph = GraphBuilder.build(architecture, observation, purpose);
        int outputs = graph.output().shape().size();
        if (outputs != loss.outputs()) {
            throw new IllegalArgumentException(
                    "the network '%s' gives %d outputs, but the loss needs %d"
                            .formatted(architecture.name(), outputs, loss.outputs()));
        }
        return new TrainingNetwork(graph, kernels, purpose, loss, batch, crew());
    }

    /**
     * Draw the parameters of a network anew, by name, without compiling it.
     *
     * @param seed where they come from
     * @param gain factor of the deviation of weights
     */
    public Map<String, Named> initialWeights(Architecture architecture, Seed seed, double gain) {
        Graph graph = GraphBuilder.build(architecture, Observation.NONE, Purpose.TRAINING);
        return Initialization.draw(graph.parameters(), seed, gain);
    }

    /**
     * Plan a network that is to be trained, and say what was planned.
     *
     * @param batch number of samples in a step
     */
    public List<PlannedKernel> explain(Architecture architecture, int batch) {
        Graph graph = GraphBuilder.build(architecture, Observation.NONE, Purpose.TRAINING);
        return PlannedKernel.of(
                LaneGroup.design(graph, kernels, batch, Purpose.TRAINING, Map.of()));
    }

    /**
     * Compile a network that is only run forward.
     *
     * @param observation which layers can be observed
     * @param batch greatest number of samples at a time
     */
    public InferenceNetwork inference(
            Architecture architecture, Observation observation, int batch) {
        Graph graph = GraphBuilder.build(architecture, observation, Purpose.INFERENCE);
        return new InferenceNetwork(graph, kernels, batch, crew());
    }

    /**
     * Compile a network whose inner values are read, changed or differentiated.
     *
     * @param observation where, with access {@link Observation.Access#DIFFERENTIATE} or {@link
     *     Observation.Access#CHANGE}
     * @param purpose without dropout
     * @param batch greatest number of samples at a time
     */
    public DifferentiableNetwork differentiable(
            Architecture architecture, Observation observation, Purpose purpose, int batch) {
        if (purpose.dropout()) {
            throw new IllegalArgumentException("a network that is not trained drops no units");
        }
        Graph graph = GraphBuilder.build(architecture, observation, purpose);
        return new DifferentiableNetwork(graph, kernels, purpose, batch, crew());
    }

    /**
     * Compile a network that is run forward in sections, cut behind the layers that are observed.
     *
     * @param observation which layers can be changed
     * @param batch greatest number of samples at a time
     */
    public SectionedNetwork sectioned(
            Architecture architecture, Observation observation, int batch) {
        Graph graph = GraphBuilder.build(architecture, observation, Purpose.INFERENCE);
        return new SectionedNetwork(graph, kernels, batch, crew());
    }
}
