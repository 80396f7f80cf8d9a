package dev.ramify.api.metric;

import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import org.apiguardian.api.API;

/**
 * What a metric is computed from.
 *
 * @param recording the whole recording
 * @param layer the layer to measure
 * @param seed the source of randomness, for splits and the like; equal for all metrics of one
 *     network, so that metrics that split the samples alike see the same halves
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MetricInput(Recording recording, LayerRecording layer, Seed seed) {}
