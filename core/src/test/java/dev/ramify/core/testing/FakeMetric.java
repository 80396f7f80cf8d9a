package dev.ramify.core.testing;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import java.util.Set;

/** A metric that is never measured. */
final class FakeMetric implements SpecializationMetric<FakeMetric.Options> {

    private final String id;
    private final boolean needsFactors;

    FakeMetric(String id, boolean needsFactors) {
        this.id = id;
        this.needsFactors = needsFactors;
    }

    record Options(
            @Option(value = "least share", defaultValue = "0.1", min = 0, max = 1) double least,
            @Option(value = "greatest share", defaultValue = "0.9", min = 0, max = 1) double most) {

        Options {
            if (least > most) {
                throw new InvalidOptionException(
                        "least", "%s is greater than most, which is %s".formatted(least, most));
            }
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return "Measure nothing.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                MetricProfile.Kind.DESCRIPTIVE,
                needsFactors
                        ? Set.of(MetricProfile.Need.FACTORS)
                        : Set.of(MetricProfile.Need.LABELS),
                MetricProfile.NullModel.NONE,
                MetricProfile.Tail.GREATER,
                "[0, 1]",
                "shares",
                "Always.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, Options options) {
        throw new UndefinedMetricException("nothing is measured");
    }
}
