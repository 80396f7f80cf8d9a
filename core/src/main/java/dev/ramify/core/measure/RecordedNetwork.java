package dev.ramify.core.measure;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.statistics.BranchKinds;

/** A network as metrics see it: its recording, and what is known of it besides. */
public interface RecordedNetwork {

    /** Return what its units did. */
    Recording recording();

    /** Return what a metric of a profile is computed from in one layer. */
    MetricInput input(MetricProfile profile, LayerRecording layer, Seed seed);

    /** Tell which branches are built alike, as a metric of a profile sees the layer. */
    BranchKinds kinds(MetricProfile profile, String layer);

    /** Take a recording of which nothing else is known: all branches may be built alike. */
    static RecordedNetwork of(Recording recording) {
        return new RecordedNetwork() {
            @Override
            public Recording recording() {
                return recording;
            }

            @Override
            public MetricInput input(MetricProfile profile, LayerRecording layer, Seed seed) {
                return new MetricInput(recording, layer, seed);
            }

            @Override
            public BranchKinds kinds(MetricProfile profile, String layer) {
                return BranchKinds.allAlike();
            }
        };
    }
}
