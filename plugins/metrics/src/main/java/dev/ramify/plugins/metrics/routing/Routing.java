package dev.ramify.plugins.metrics.routing;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.plugins.metrics.samples.Grouping;
import java.util.List;
import java.util.Set;

/**
 * Measures what a router's gates tell of the class of a sample: their mutual information in nats,
 * from the share of the gate of each branch that goes to each class.
 *
 * <p>Beside it, without a test as they do not depend on classes: collapse, worst and the entropy
 * and inequality of the load, and, where there are as many classes as branches, the distance from a
 * one-to-one alignment (Mittal, Bengio and Lajoie 2022, arXiv 2206.02713).
 */
public final class Routing implements SpecializationMetric<RoutingOptions> {

    @Override
    public String id() {
        return "routing";
    }

    @Override
    public String summary() {
        return "Mutual information of gates and classes, and how evenly branches are used";
    }

    @Override
    public Class<RoutingOptions> options() {
        return RoutingOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.INFERENTIAL,
                Set.of(Need.BRANCHES, Need.GATES),
                NullModel.LABEL_SHUFFLE,
                Tail.GREATER,
                "[0, min(entropy of classes, entropy of load)]; [0, 1] for collapse, worst,"
                        + " alignment, load-entropy and load-gini",
                "nat",
                "A router that was never trained also sends like samples the same way, so compare "
                        + "with the untrained network. Routing apart does not mean that branches "
                        + "compute different things.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, RoutingOptions options) {
        Grouping rules =
                options.factor().isEmpty()
                        ? Grouping.classes(input.recording())
                        : Grouping.factors(input.recording(), List.of(options.factor())).get(0);
        return new PreparedRouting(
                GateShares.of(input.layer().gates().orElseThrow(), rules),
                input.layer().assignment().branches());
    }
}
