package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import java.util.List;
import java.util.Set;

/**
 * Measures what the experts of one layer tell of those of another: the mutual information of both,
 * each choice of one layer beside each of the other for the same group, every group counting the
 * same. Under the null the groups of one layer are permuted. The same sample by sample is described
 * beside it.
 */
public final class ExpertLayers implements SpecializationMetric<LayersOptions> {

    /** Each draw adds a table of all pairs of experts for every group. */
    private static final int AFFORDABLE = 199;

    @Override
    public String id() {
        return "expert-layers";
    }

    @Override
    public String summary() {
        return "What the experts of one layer tell of those of the layer before";
    }

    @Override
    public Class<LayersOptions> options() {
        return LayersOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                        Kind.DESCRIPTIVE,
                        Set.of(Need.EXPERTS),
                        NullModel.GROUP_PERMUTATION,
                        Tail.GREATER,
                        "[0, the smaller entropy of the experts of both layers]",
                        "bit",
                        "Two layers that both follow the domain, or the words, tell of each other. Sample "
                                + "by sample the value is biased upwards by about (E - 1)^2 / (2 N ln 2) and "
                                + "has no p: samples of a group are not independent.")
                .affording(AFFORDABLE);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, LayersOptions options) {
        LayerRecording other = other(input, options.with());
        MetricInput of = input.with(input.recording(), other);
        return PreparedLayers.of(
                other.layer(),
                GroupCounts.ofExperts(of, options.top()).shares(),
                GroupCounts.ofExperts(input, options.top()).shares(),
                input.recording().groups().map(Groups::names).orElse(List.of()),
                SamplePairs.information(
                        other.experts().orElseThrow(),
                        input.layer().experts().orElseThrow(),
                        options.top()));
    }

    private static LayerRecording other(MetricInput input, String with) {
        List<LayerRecording> layers =
                input.recording().layers().stream()
                        .filter(each -> each.experts().isPresent())
                        .toList();
        List<String> names = layers.stream().map(LayerRecording::layer).toList();
        int own = names.indexOf(input.layer().layer());
        if (with.isEmpty() && own < 1) {
            throw new UndefinedMetricException("no layer with experts comes before it");
        }
        int at = with.isEmpty() ? own - 1 : names.indexOf(with);
        if (at < 0) {
            throw new InvalidOptionException(
                    "with",
                    "no layer with experts is named '%s'; there are %s".formatted(with, names));
        }
        if (at == own) {
            throw new UndefinedMetricException("a layer is not compared with itself");
        }
        return layers.get(at);
    }
}
