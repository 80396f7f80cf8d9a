package dev.ramify.core.measure;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.statistics.LayerContext;

/** A network as metrics see it: its recording, and what is known of it besides. */
public interface RecordedNetwork {

    /** Return what its units did. */
    Recording recording();

    /** Return what a metric of a profile is computed from in one layer. */
    MetricInput input(MetricProfile profile, LayerRecording layer, Seed seed);

    /** Tell what is known of a layer besides, as a metric of a profile sees it. */
    LayerContext context(MetricProfile profile, String layer);
}
