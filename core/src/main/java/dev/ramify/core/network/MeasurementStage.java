package dev.ramify.core.network;

import dev.ramify.api.metric.Measurement;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.measure.NetworkMeasurements;
import dev.ramify.core.measure.StudyMetrics.Entry;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.KeyedFolder.State;
import dev.ramify.core.store.MeasurementsFile;
import dev.ramify.core.store.NetworkFolder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures a network by one metric, unless that was done with the same recordings. What failed is
 * kept with its reason, and tried again the next time. Used by one thread.
 *
 * @param folder of the network
 * @param entry the metric
 * @param key digest of all that its measurements depend on
 * @param trackedKey digest of all that its measurements in between depend on
 */
record MeasurementStage(KeyedFolder folder, Entry entry, String key, String trackedKey) {

    /** Tell whether the trained and the untrained network were measured, even if that failed. */
    boolean isWritten() {
        return folder.state(NetworkFolder.measurements(entry.name()), key) == State.SOUND
                && folder.state(NetworkFolder.nulls(entry.name()), key) == State.SOUND;
    }

    /** Tell whether there is nothing to measure of the trained and the untrained network. */
    boolean isDone() {
        return isWritten() && !read().hasFailed();
    }

    /** Tell whether there is nothing to measure in between. */
    boolean isTracked() {
        return !entry.spec().everyEpoch()
                || folder.state(NetworkFolder.tracked(entry.name()), trackedKey) == State.SOUND;
    }

    /** Do what is not done yet. */
    void run(Supplier<NetworkMeasurements> trained, Supplier<NetworkMeasurements> untrained) {
        if (!isDone()) {
            folder.write(
                    key,
                    MeasurementsFile.of(
                            entry.name(), new MeasuredNetwork(trained.get(), untrained.get())));
        }
    }

    /** Keep what was measured in between. */
    void track(Map<Integer, List<Measurement>> epochs) {
        folder.write(
                trackedKey,
                Map.of(NetworkFolder.tracked(entry.name()), MeasurementsFile.tracked(epochs)));
    }

    /** Read what was measured. */
    MeasuredNetwork read() {
        return MeasurementsFile.read(folder, entry.name());
    }
}
