package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Measures how well clusters of units that act alike agree with branches: adjusted mutual
 * information (Vinh, Epps and Bailey 2010) of branches with a spectral clustering of the units by
 * the size of their correlations (Ng, Jordan and Weiss 2002). The adjusted Rand index can be had
 * instead.
 */
public final class ClusterAgreement implements SpecializationMetric<ClusterOptions> {

    @Override
    public String id() {
        return "cluster-agreement";
    }

    @Override
    public String summary() {
        return "Adjusted mutual information of branches and clusters of correlated units";
    }

    @Override
    public Class<ClusterOptions> options() {
        return ClusterOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.BRANCHES, Need.ACTIVATIONS),
                NullModel.UNIT_PERMUTATION,
                Tail.GREATER,
                "about [0, 1]: 0 by chance, 1 where clusters are the branches",
                "",
                "Any grouping makes clusters, noise that the units of a branch have in common as "
                        + "well as a shared task. The value depends on the number of clusters.");
    }

    @Override
    public MetricProfile profile(ClusterOptions options) {
        return options.index() == AgreementIndex.AMI
                ? profile()
                : profile()
                        .describing(
                                profile().range(),
                                "",
                                "With many more clusters than branches it is next to 0 however well "
                                        + "clusters tell branches. "
                                        + profile().misleads());
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, ClusterOptions options) {
        return LiveUnits.lackOfSamples(outlook, Correlations.LEAST_SAMPLES);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, ClusterOptions options) {
        Correlations correlations = Correlations.of(input);
        int branches = input.layer().assignment().branches().size();
        int clusters = options.clusters() == 0 ? branches : options.clusters();
        int[] clusterOf = SpectralClusters.of(correlations, clusters, input.seed());
        if (Arrays.stream(clusterOf).max().orElse(0) < 1) {
            throw new UndefinedMetricException(
                    "the units form a single cluster; at least 2 are needed");
        }
        return new PreparedClusterAgreement(
                clusterOf, correlations.live(), input.layer().assignment(), options.index());
    }
}
