package dev.ramify.core.statistics;

import dev.ramify.api.findings.Verdict.Role;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what each branch of a network became, where that is significant by itself. */
final class Roles {

    private static final int MOST_BRANCHES = 4;

    private Roles() {}

    /** Return a role for each network with something to say of the layer. */
    static List<Role> of(
            String layer, VariantEvidence variant, Map<String, MetricProfile> profiles) {
        List<Role> roles = new ArrayList<>();
        for (NetworkEvidence network : variant.networks()) {
            List<Measurement> branches =
                    strongest(layer, network, profiles).stream().limit(MOST_BRANCHES).toList();
            if (!branches.isEmpty()) {
                roles.add(new Role(network.seed(), branches));
            }
        }
        return roles;
    }

    /** Find for each branch what is most significant of it, the most significant branch first. */
    private static List<Measurement> strongest(
            String layer, NetworkEvidence network, Map<String, MetricProfile> profiles) {
        Map<String, Measurement> best = new LinkedHashMap<>();
        network.measurements().stream()
                .filter(each -> each.layer().equals(layer))
                .filter(each -> speaks(each, profiles))
                .sorted(Comparator.comparingDouble(Roles::adjusted).thenComparingDouble(Roles::p))
                .forEach(
                        each -> best.putIfAbsent(each.subject().parts().get(Subject.BRANCH), each));
        return List.copyOf(best.values());
    }

    private static boolean speaks(Measurement each, Map<String, MetricProfile> profiles) {
        MetricProfile profile = profiles.get(each.metric());
        return profile != null
                && profile.kind() == Kind.INFERENTIAL
                && each.subject().part(Subject.BRANCH).isPresent()
                && each.defined().filter(Roles::holds).isPresent()
                && adjusted(each) <= ClaimRule.SIGNIFICANCE;
    }

    private static boolean holds(Defined value) {
        NullSummary chance = value.chance();
        return !value.phrase().isEmpty() && (chance == null || !chance.assumesIndependentUnits());
    }

    private static double adjusted(Measurement each) {
        return each.defined().map(Defined::pAdjusted).orElse(1.0);
    }

    private static double p(Measurement each) {
        return each.defined().map(Defined::p).orElse(1.0);
    }
}
