package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import java.util.Set;

/**
 * Measures how well the units and inputs of an unbranched layer fall apart into clusters: the
 * normalized cut that spectral clustering finds (Filan et al. 2021, arXiv 2103.03386), found anew
 * for every shuffle of the weights.
 */
public final class Clusterability implements SpecializationMetric<ClusterabilityOptions> {

    @Override
    public String id() {
        return "clusterability";
    }

    @Override
    public String summary() {
        return "Normalized cut of the weights of an unbranched layer";
    }

    @Override
    public Class<ClusterabilityOptions> options() {
        return ClusterabilityOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                        Kind.DESCRIPTIVE,
                        Set.of(Need.UNBRANCHED, Need.WEIGHTS),
                        NullModel.WEIGHT_SHUFFLE,
                        Tail.LESS,
                        "[0, clusters]: 0 where no connection leaves its cluster, about clusters - 1"
                                + " for clusters at random",
                        "",
                        "Networks that are trained to be clusterable need not divide any labour. The "
                                + "null has no structure at all, and any structure beats it.")
                .affording(199);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, ClusterabilityOptions options) {
        Connections connections = Connections.of(input.layer());
        NormalizedCut cut =
                NormalizedCut.of(
                        options.equalUnits() ? connections.withEqualUnits() : connections,
                        options.clusters(),
                        input.seed().derive("clusterability"));
        return new Prepared(cut.value());
    }

    /** A value that does not depend on the assignment. */
    private record Prepared(double value) implements PreparedMetric {

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.layer());
        }

        @Override
        public double[] score(Assignment assignment) {
            return new double[] {value};
        }

        @Override
        public double[] ceiling(Assignment assignment) {
            return new double[] {0};
        }
    }
}
