package dev.ramify.core.store;

import java.nio.file.Path;

/**
 * The folder of one network.
 *
 * <pre>
 * manifest.json            what each file was made from, and digests of their bytes
 * history.json             loss and accuracy, epoch by epoch
 * checkpoint.npz           parameters and optimizer state after the last epoch
 * weights.npz              parameters of the trained network
 * epochs/N.npz             parameters after each epoch before, where a metric is tracked
 * recording.npz            activations, branches, labels and weights of the recorded layers
 * untrained.npz            the same before training
 * measurements/METRIC.json what a metric gave for the trained and the untrained network
 * measurements/METRIC.npz  its draws under the null, for the test over seeds
 * measurements/METRIC-epochs.json   what it gave in between, where it is tracked
 * failure.txt              why training stopped, if it did
 * </pre>
 *
 * @param path of the folder
 */
public record NetworkFolder(Path path) {

    /** Loss and accuracy of each epoch. */
    public static final String HISTORY = "history.json";

    /** What training goes on from. */
    public static final String CHECKPOINT = "checkpoint.npz";

    /** The trained parameters. */
    public static final String WEIGHTS = "weights.npz";

    /** What the trained network did. */
    public static final String RECORDING = "recording.npz";

    /** What the network did before training. */
    public static final String UNTRAINED = "untrained.npz";

    /** Why training stopped. */
    public static final String FAILURE = "failure.txt";

    private static final String MEASUREMENTS = "measurements/";

    /** Return the name of the parameters after an epoch. */
    public static String epoch(int epoch) {
        return "epochs/" + epoch + ".npz";
    }

    /** Return the name of what a metric gave. */
    public static String measurements(String metric) {
        return MEASUREMENTS + metric + ".json";
    }

    /** Return the name of a metric's draws under the null. */
    public static String nulls(String metric) {
        return MEASUREMENTS + metric + ".npz";
    }

    /** Return the name of what a metric gave after the epochs in between. */
    public static String tracked(String metric) {
        return MEASUREMENTS + metric + "-epochs.json";
    }

    /** Tell whether a file holds measurements. */
    public static boolean isMeasurements(String name) {
        return name.startsWith(MEASUREMENTS);
    }

    /** Return what the trained network did. */
    public Path recording() {
        return path.resolve(RECORDING);
    }

    /** Return what the network did before training. */
    public Path untrainedRecording() {
        return path.resolve(UNTRAINED);
    }
}
