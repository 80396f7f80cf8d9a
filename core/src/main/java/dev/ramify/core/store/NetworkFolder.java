package dev.ramify.core.store;

import java.nio.file.Path;

/**
 * The folder of one network.
 *
 * <pre>
 * state.json       what it was made from, and how far it is
 * history.json     loss, accuracy and tracked measurements, epoch by epoch
 * checkpoint.npz   parameters and optimizer state after the last epoch
 * weights.npz      parameters of the trained network
 * recording.npz    activations, branches, labels and weights of the recorded layers
 * untrained.npz    the same before training
 * results.json     measurements of the trained and the untrained network
 * nulls.npz        what the test over seeds needs
 * </pre>
 *
 * @param path of the folder
 */
public record NetworkFolder(Path path) {

    /** Return what it was made from and how far it is. */
    public Path state() {
        return path.resolve("state.json");
    }

    /** Return its epochs. */
    public Path history() {
        return path.resolve("history.json");
    }

    /** Return what training goes on from. */
    public Path checkpoint() {
        return path.resolve("checkpoint.npz");
    }

    /** Return the trained parameters. */
    public Path weights() {
        return path.resolve("weights.npz");
    }

    /** Return what the trained network did. */
    public Path recording() {
        return path.resolve("recording.npz");
    }

    /** Return what the network did before training. */
    public Path untrainedRecording() {
        return path.resolve("untrained.npz");
    }

    /** Return what was measured. */
    public Path results() {
        return path.resolve("results.json");
    }

    /** Return the draws under the null. */
    public Path nulls() {
        return path.resolve("nulls.npz");
    }
}
