package dev.ramify.plugins.metrics.filter;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.option.NoOptions;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether first-layer filters of different branches differ in colour and in spatial
 * frequency: the division seen in the two columns of AlexNet (Krizhevsky et al. 2012; Voss et al.,
 * "Branch Specialization", Distill 2021). It reads weights alone.
 */
public final class FilterStatistics implements SpecializationMetric<NoOptions> {

    @Override
    public String id() {
        return "filter-statistics";
    }

    @Override
    public String summary() {
        return "Separation of branches by colour and spatial frequency of first-layer filters";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.INFERENTIAL,
                Set.of(Need.BRANCHES, Need.WEIGHTS),
                NullModel.UNIT_PERMUTATION,
                Tail.GREATER,
                "[.5, 1], the area under the ROC curve, with two branches; [0, 1], the share of"
                        + " the variance of ranks between branches, with more",
                "",
                "Noise looks colourful: the colour index of white noise is 2/3, not 1/2, so "
                        + "untrained filters are not in between. Filters of 3 x 3 cannot resolve "
                        + "frequency; take 7 x 7 or more. Filters whose norm is below 5 % of the "
                        + "median are left out, and so is what filters have in colours that no "
                        + "image shows.");
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, NoOptions options) {
        return outlook.seesImage()
                ? Optional.empty()
                : Optional.of(
                        "its units are no filters over the channels of the image; only those of a first convolution are");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, NoOptions options) {
        return new PreparedFilterStatistics(
                FilterTraits.of(input.recording(), input.layer()), input.layer().assignment());
    }
}
