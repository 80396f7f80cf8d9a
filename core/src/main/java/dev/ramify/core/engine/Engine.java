package dev.ramify.core.engine;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.GraphBuilder;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.optimization.Objective;
import jakarta.inject.Inject;

/** Compiles architectures into networks. Thread-safe; the networks are not. */
public final class Engine {

    private final Kernels kernels;

    @Inject
    public Engine(Kernels kernels) {
        this.kernels = kernels;
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
     *     the objective
     */
    public TrainingNetwork training(Architecture architecture, Objective objective, int batch) {
        Graph graph = GraphBuilder.build(architecture, Observation.NONE);
        int outputs = graph.output().shape().size();
        if (outputs != objective.outputs()) {
            throw new IllegalArgumentException(
                    "the network '%s' gives %d outputs, but the objective needs %d"
                            .formatted(architecture.name(), outputs, objective.outputs()));
        }
        return new TrainingNetwork(graph, kernels, objective, batch);
    }

    /**
     * Compile a network that is only run forward.
     *
     * @param observation which layers can be observed and masked
     * @param batch greatest number of samples at a time
     */
    public InferenceNetwork inference(
            Architecture architecture, Observation observation, int batch) {
        return new InferenceNetwork(GraphBuilder.build(architecture, observation), kernels, batch);
    }
}
