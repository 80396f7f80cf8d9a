package dev.ramify.core.statistics;

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
import java.util.Optional;

/** Puts in words what each branch of one network became, where that is significant by itself. */
final class NetworkText {

    private static final int MOST_BRANCHES = 4;

    private NetworkText() {}

    /** Write a line for each network with something to say of the layer. */
    static List<String> lines(String layer, VariantEvidence evidence) {
        List<String> lines = new ArrayList<>();
        for (VariantEvidence.Network network : evidence.networks()) {
            List<String> branches =
                    strongest(layer, network, evidence.profiles()).stream()
                            .limit(MOST_BRANCHES)
                            .map(NetworkText::sentence)
                            .toList();
            if (!branches.isEmpty()) {
                lines.add(
                        "seed %d, %s: %s"
                                .formatted(network.seed(), layer, String.join("; ", branches)));
            }
        }
        return lines;
    }

    /** Find for each branch what is most significant of it, the most significant branch first. */
    private static List<Measurement> strongest(
            String layer, VariantEvidence.Network network, Map<String, MetricProfile> profiles) {
        Map<String, Measurement> best = new LinkedHashMap<>();
        network.measurements().stream()
                .filter(each -> each.layer().equals(layer))
                .filter(each -> speaks(each, profiles))
                .sorted(
                        Comparator.comparingDouble(NetworkText::adjusted)
                                .thenComparingDouble(NetworkText::p))
                .forEach(
                        each -> best.putIfAbsent(each.subject().parts().get(Subject.BRANCH), each));
        return List.copyOf(best.values());
    }

    private static boolean speaks(Measurement each, Map<String, MetricProfile> profiles) {
        MetricProfile profile = profiles.get(each.metric());
        return profile != null
                && profile.kind() == Kind.INFERENTIAL
                && each.subject().part(Subject.BRANCH).isPresent()
                && each.defined().filter(value -> !value.phrase().isEmpty()).isPresent()
                && adjusted(each) <= ClaimRule.SIGNIFICANCE;
    }

    private static double adjusted(Measurement each) {
        return each.defined().map(Defined::pAdjusted).orElse(1.0);
    }

    private static double p(Measurement each) {
        return each.defined().map(Defined::p).orElse(1.0);
    }

    /** Print as {@code b1 took colour: 14 of its 16 units (null 7.9 +- 1.6, p = 3e-5)}. */
    private static String sentence(Measurement each) {
        Defined value = each.defined().orElseThrow();
        NullSummary chance = value.chance();
        String beside =
                chance == null
                        ? ""
                        : "null %s +- %s, "
                                .formatted(
                                        Numbers.value(chance.mean()), Numbers.value(chance.sd()));
        return "%s: %s (%sp = %s)"
                .formatted(name(each.subject()), value.phrase(), beside, Numbers.p(adjusted(each)));
    }

    private static String name(Subject subject) {
        String branch = subject.part(Subject.BRANCH).orElseThrow();
        Optional<String> family = subject.part(Subject.FAMILY);
        return subject.parts().size() == 2 && family.isPresent()
                ? branch + " took " + family.get()
                : subject.toString();
    }
}
