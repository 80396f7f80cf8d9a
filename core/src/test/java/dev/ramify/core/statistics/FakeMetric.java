package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.option.NoOptions;
import java.util.Set;
import java.util.function.Function;

/** A metric that is prepared by a function. */
record FakeMetric(MetricProfile profile, Function<MetricInput, PreparedMetric> preparation)
        implements SpecializationMetric<NoOptions> {

    static ConfiguredMetric<NoOptions> of(
            MetricProfile profile, Function<MetricInput, PreparedMetric> preparation) {
        return ConfiguredMetric.of(new FakeMetric(profile, preparation), new NoOptions());
    }

    static ConfiguredMetric<NoOptions> of(PreparedMetric prepared) {
        return of(profile(NullModel.UNIT_PERMUTATION, Tail.GREATER), input -> prepared);
    }

    static MetricProfile profile(NullModel model, Tail tail, Need... needs) {
        return new MetricProfile(Kind.INFERENTIAL, Set.of(needs), model, tail, "", "", "");
    }

    static MetricProfile profile(Kind kind) {
        return new MetricProfile(
                kind, Set.of(), NullModel.UNIT_PERMUTATION, Tail.GREATER, "", "bit", "");
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public String summary() {
        return "A fake";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public PreparedMetric prepare(MetricInput input, NoOptions options) {
        return preparation.apply(input);
    }
}
