package dev.ramify.core.network;

import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.InferenceNetwork;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.spec.RecordSpec;
import dev.ramify.core.training.Recorder;
import dev.ramify.core.training.Recorder.Reduction;
import java.util.HashSet;

/**
 * Records what the layers of a variant do, with any parameters, and divides their units as the
 * variant does that it is measured by. Not thread-safe.
 */
public final class NetworkRecorder implements AutoCloseable {

    private final PlannedVariant variant;
    private final PreparedData data;
    private final InferenceNetwork network;
    private final Recorder recorder;

    /**
     * @param batch number of samples that are run at a time
     */
    public NetworkRecorder(
            Engine engine, PlannedVariant variant, RecordSpec spec, PreparedData data, int batch) {
        this.variant = variant;
        this.data = data;
        Observation observation =
                Observation.of(
                        new HashSet<>(variant.layers()),
                        spec.point() == RecordSpec.Point.ACTIVATION
                                ? Observation.Point.ACTIVATION
                                : Observation.Point.PREACTIVATION);
        network = engine.inference(variant.architecture(), observation, batch);
        recorder =
                new Recorder(
                        variant.architecture(),
                        network,
                        data.input(),
                        spec.reduce() == RecordSpec.Reduction.MEAN
                                ? Reduction.MEAN
                                : Reduction.MAX);
    }

    /** Record. */
    public Recording record(WeightSource weights) {
        Recording recording = recorder.record(data.dataset(), data.recorded(), weights.read());
        Recording divided = recording;
        for (LayerRecording layer : recording.layers()) {
            divided =
                    divided.withLayer(
                            layer.withAssignment(
                                    variant.divisions().of(layer.layer()).assignment()));
        }
        return divided;
    }

    @Override
    public void close() {
        network.close();
    }
}
