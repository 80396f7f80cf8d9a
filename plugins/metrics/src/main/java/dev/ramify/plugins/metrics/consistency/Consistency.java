package dev.ramify.plugins.metrics.consistency;

import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.PreparedStudyMetric;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.StudyMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.plugins.metrics.consistency.ConsistencyOptions.Basis;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures whether networks divide the same work alike: seeds, architectures or data sets.
 *
 * <p>The work of a branch is described by how much of the variance of its units each factor
 * explains (omega squared), less the mean over the layer. Two networks are as alike as the cosine
 * of these descriptions under the matching of their branches that makes it greatest; chance is
 * matched as well. Only the names of factors, not the samples, must be the same.
 */
public final class Consistency implements StudyMetric<ConsistencyOptions> {

    @Override
    public String id() {
        return "consistency";
    }

    @Override
    public String summary() {
        return "Likeness of the division of labour of several networks, branches being matched";
    }

    @Override
    public Class<ConsistencyOptions> options() {
        return ConsistencyOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.BRANCHES, Need.ACTIVATIONS),
                NullModel.UNIT_PERMUTATION,
                Tail.GREATER,
                "[-1, 1]: 1 where matched branches do the same",
                "",
                "Matching makes it positive by chance, the more so with few factors. The null deals "
                        + "units at random, so networks that divide the work strongly but each in "
                        + "its own way may beat it; with as many branches as factors there is "
                        + "only one way to divide them.");
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, ConsistencyOptions options) {
        return options.obstacle(outlook);
    }

    @Override
    public PreparedStudyMetric prepare(StudyInput input, ConsistencyOptions options) {
        int factors =
                input.networks().stream()
                        .mapToInt(network -> network.input().recording().factors().size())
                        .min()
                        .orElse(0);
        Basis by = options.by(factors);
        List<String> names = common(input, by, options.factors());
        if (names.size() < 2) {
            throw new UndefinedMetricException(
                    "at least 2 %s must be common to all networks, found %s"
                            .formatted(by == Basis.FACTORS ? "factors" : "classes", names));
        }
        List<WorkProfile> profiles = new ArrayList<>();
        for (StudyInput.Network network : input.networks()) {
            profiles.add(WorkProfile.of(network, by, names));
        }
        return new PreparedConsistency(input, profiles);
    }

    private static List<String> common(StudyInput input, Basis by, List<String> factors) {
        Set<String> common = new LinkedHashSet<>();
        for (int n = 0; n < input.networks().size(); n++) {
            List<String> names = WorkProfile.names(input.networks().get(n), by, factors);
            if (n == 0) {
                common.addAll(names);
            } else {
                common.retainAll(names);
            }
        }
        return List.copyOf(common);
    }
}
