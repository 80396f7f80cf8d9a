package dev.ramify.core.study;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.plugin.RamifyPlugin;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Offers the metric {@code counted}: the share of the first branch in the activations.
 *
 * @param counted how often it was prepared
 * @param broken whether it throws
 */
record CountedPlugin(AtomicInteger counted, AtomicBoolean broken) implements RamifyPlugin {

    @Override
    public String id() {
        return "counted";
    }

    @Override
    public List<SpecializationMetric<?>> metrics() {
        return List.of(new Counted());
    }

    private final class Counted implements SpecializationMetric<NoOptions> {

        @Override
        public String id() {
            return "counted";
        }

        @Override
        public String summary() {
            return "Measure the share of the first branch in the activations.";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public MetricProfile profile() {
            return new MetricProfile(
                    MetricProfile.Kind.DESCRIPTIVE,
                    Set.of(MetricProfile.Need.ACTIVATIONS),
                    MetricProfile.NullModel.UNIT_PERMUTATION,
                    MetricProfile.Tail.GREATER,
                    "[0, 1]",
                    "",
                    "It is not meant for science.");
        }

        @Override
        public PreparedMetric prepare(MetricInput input, NoOptions options) {
            counted.incrementAndGet();
            if (broken.get()) {
                throw new IllegalStateException("the wheel came off");
            }
            int units = input.layer().assignment().units();
            float[] rows = new float[input.layer().activations().samples() * units];
            input.layer().activations().read(0, rows);
            return new PreparedMetric() {
                @Override
                public List<Subject> subjects() {
                    return List.of(Subject.layer());
                }

                @Override
                public double[] score(Assignment assignment) {
                    double first = 0;
                    double all = 0;
                    for (int i = 0; i < rows.length; i++) {
                        all += rows[i];
                        first += assignment.branchOf(i % units) == 0 ? rows[i] : 0;
                    }
                    return new double[] {first / all};
                }
            };
        }
    }
}
