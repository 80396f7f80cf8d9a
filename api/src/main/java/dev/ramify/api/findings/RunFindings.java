package dev.ramify.api.findings;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What was found of one network: one variant with one seed.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RunFindings {

    /** Return the seed of the network. */
    long seed();

    /** Return the epochs in order, the first being epoch 0, before training. */
    List<EpochFindings> epochs();

    /** Return the measurements of the trained network. */
    List<Measurement> measurements();

    /** Return the measurements of the network before training. */
    List<Measurement> untrainedMeasurements();

    /** Return what metrics found out about single units of the trained network, by layer. */
    Map<String, List<UnitColumn>> unitColumns();

    /** Read the recording of the trained network. */
    Recording recording();

    /** Read the recording of the network before training, if it was kept. */
    default Optional<Recording> untrainedRecording() {
        return Optional.empty();
    }
}
