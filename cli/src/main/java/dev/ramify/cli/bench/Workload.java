package dev.ramify.cli.bench;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Shape;
import java.util.List;

/**
 * Something to measure: one or several networks, run on batches of random images.
 *
 * @param id how it is chosen, such as {@code w5-8}
 * @param title for people
 * @param task what is run
 * @param optimizer that ends a training step
 * @param architectures of the networks, all of one input shape and number of logits
 * @param batch samples in a step
 */
public record Workload(
        String id,
        String title,
        Task task,
        OptimizerKind optimizer,
        List<Architecture> architectures,
        int batch) {

    public Workload {
        architectures = List.copyOf(architectures);
    }

    /** What is run. */
    public enum Task {
        /** Forward, loss, backward and optimizer, one network after another. */
        TRAINING,
        /** Forward alone. */
        INFERENCE,
        /** Training of several independent networks. */
        STUDY
    }

    /** The optimizers of the workloads, with their usual constants. */
    public enum OptimizerKind {
        /** Adam with beta 0.9 and 0.999. */
        ADAM,
        /** Gradient descent with momentum 0.9. */
        SGD
    }

    Shape input() {
        return architectures.get(0).input();
    }

    int classes() {
        return architectures.get(0).output().size();
    }

    /** Return the samples that all networks take in one step together. */
    int samples() {
        return batch * architectures.size();
    }

    /**
     * Count the floating-point operations of convolutions and dense layers in one step of all
     * networks: a multiplication and an addition each; the way back costs as much again for the
     * weights and for the inputs, but for the first layer's input.
     */
    double operations() {
        return architectures.stream().mapToDouble(this::operations).sum();
    }

    private double operations(Architecture architecture) {
        double forward = 2.0 * architecture.cost().macs() * batch;
        if (task == Task.INFERENCE) {
            return forward;
        }
        double first = 2.0 * FirstLayers.macs(architecture) * batch;
        return 3 * forward - first;
    }
}
