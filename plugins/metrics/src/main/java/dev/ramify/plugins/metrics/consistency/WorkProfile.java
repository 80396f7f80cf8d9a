package dev.ramify.plugins.metrics.consistency;

import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.Recording;
import dev.ramify.numerics.products.BranchMeans;
import dev.ramify.plugins.metrics.consistency.ConsistencyOptions.Basis;
import dev.ramify.plugins.metrics.samples.GroupMoments;
import dev.ramify.plugins.metrics.samples.Grouping;
import dev.ramify.plugins.metrics.samples.Halves;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import java.util.List;

/**
 * What the units of one network do.
 *
 * @param explained share of their variance {@code [factors][units]}, less its mean over live units
 * @param live for each unit whether it varies
 */
record WorkProfile(double[][] explained, boolean[] live) {

    /** List by what the network's data could describe it. */
    static List<String> names(StudyInput.Network network, Basis basis, List<String> factors) {
        Recording recording = network.input().recording();
        return basis == Basis.CLASSES
                ? Grouping.classes(recording).levels()
                : Grouping.factors(recording, factors, "by: classes").stream()
                        .map(Grouping::name)
                        .toList();
    }

    static WorkProfile of(StudyInput.Network network, Basis basis, List<String> names) {
        Recording recording = network.input().recording();
        List<Grouping> groupings =
                basis == Basis.CLASSES
                        ? eachClass(Grouping.classes(recording), names)
                        : names.stream()
                                .map(name -> Grouping.factors(recording, List.of(name)).get(0))
                                .toList();
        Activations activations = network.input().layer().activations();
        for (Grouping grouping : groupings) {
            if (activations.samples() <= grouping.levels().size()) {
                throw new UndefinedMetricException(
                        "variant '%s', seed %d: '%s' has %d levels, but there are %d samples"
                                .formatted(
                                        network.variant(),
                                        network.number(),
                                        grouping.name(),
                                        grouping.levels().size(),
                                        activations.samples()));
            }
        }
        GroupMoments moments =
                GroupMoments.of(activations, Halves.together(activations.samples()), groupings);
        boolean[] live = moments.live();
        LiveUnits.requireTwoBranches(live, network.input().layer().assignment());
        double[][] explained = new double[groupings.size()][live.length];
        for (int f = 0; f < explained.length; f++) {
            for (int unit = 0; unit < live.length; unit++) {
                explained[f][unit] = moments.omegaSquared(0, f, unit);
            }
            centre(explained[f], live);
        }
        return new WorkProfile(explained, live);
    }

    private static List<Grouping> eachClass(Grouping classes, List<String> names) {
        return names.stream().map(classes.levels()::indexOf).map(classes::against).toList();
    }

    private static void centre(double[] values, boolean[] live) {
        double sum = 0;
        int count = 0;
        for (int unit = 0; unit < values.length; unit++) {
            sum += live[unit] ? values[unit] : 0;
            count += live[unit] ? 1 : 0;
        }
        for (int unit = 0; unit < values.length; unit++) {
            values[unit] -= sum / count;
        }
    }

    /** Describe the branches that have live units, {@code [branches][factors]}. */
    double[][] of(Assignment assignment) {
        return BranchMeans.present(BranchMeans.of(explained, live, assignment));
    }
}
