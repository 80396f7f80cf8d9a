package dev.ramify.core.network;

import dev.ramify.api.architecture.BranchDepth;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Division;
import dev.ramify.api.recording.Divisions;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.measure.RecordedNetwork;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.LayerContext;
import dev.ramify.core.statistics.UntrainedCopies;

/**
 * A network of a study: how its branches are built is known, and it can be lesioned.
 *
 * @param recording what its units did
 * @param variant what was recorded, with the branches that divide its units
 * @param lesions of the network that was recorded
 */
record StudiedNetwork(Recording recording, PlannedVariant variant, NetworkLesions lesions)
        implements RecordedNetwork {

    @Override
    public MetricInput input(MetricProfile profile, LayerRecording layer, Seed seed) {
        MetricInput input = new MetricInput(recording, layer, seed, lesions.of(layer.layer()));
        if (!asBuilt(profile)) {
            return input;
        }
        LayerRecording built = layer.withAssignment(division(profile, layer.layer()).assignment());
        return input.with(recording.withLayer(built), built);
    }

    @Override
    public LayerContext context(MetricProfile profile, String layer) {
        return new LayerContext(
                BranchKinds.of(division(profile, layer)),
                BranchDepth.of(variant.architecture(), layer),
                UntrainedCopies.NONE);
    }

    private Division division(MetricProfile profile, String layer) {
        return (asBuilt(profile) ? Divisions.of(variant.architecture()) : variant.divisions())
                .of(layer);
    }

    private static boolean asBuilt(MetricProfile profile) {
        return profile.needs().contains(Need.UNBRANCHED);
    }
}
