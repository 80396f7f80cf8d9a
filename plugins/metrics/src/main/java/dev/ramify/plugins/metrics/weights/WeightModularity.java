package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import java.util.Set;

/**
 * Measures whether a layer that could mix branches keeps them apart: the bipartite modularity
 * {@code (1/m) sum_oi (M_oi - r_o c_i / m) delta(o, i)} of Barber (2007, arXiv 0707.1616) between
 * inputs, grouped by the branch they come from, and units.
 *
 * <p>Units of an unbranched layer are grouped with the branch they take most from beyond its share;
 * branches of a branched layer are matched with those below. Both are done again for every shuffle.
 */
public final class WeightModularity implements SpecializationMetric<ModularityOptions> {

    @Override
    public String id() {
        return "weight-modularity";
    }

    @Override
    public String summary() {
        return "Modularity of the weights of a layer that could mix the branches below it";
    }

    @Override
    public Class<ModularityOptions> options() {
        return ModularityOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                        Kind.DESCRIPTIVE,
                        Set.of(Need.WEIGHTS),
                        NullModel.WEIGHT_SHUFFLE,
                        Tail.GREATER,
                        "[0, 1 - 1/branches] for branches of equal strength",
                        "",
                        "Weights that keep branches apart do not make them specialize. Isolated "
                                + "branches reach the greatest value by construction, so only layers "
                                + "that could mix are measured.")
                .affording(499);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, ModularityOptions options) {
        return new PreparedModularity(
                Connections.of(input.layer()),
                Sources.find(input, options.inputs()),
                input.layer().assignment());
    }
}
