package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws a metric's values under its null. Every draw has its own generator, so draws depend neither
 * on each other nor on the order in which they are made.
 */
final class NullSampler {

    private final ConfiguredMetric<?> metric;
    private final MetricInput input;
    private final Seed seed;

    NullSampler(ConfiguredMetric<?> metric, MetricInput input) {
        this.metric = metric;
        this.input = input;
        this.seed = input.seed().derive("null").derive(metric.name()).derive(input.layer().layer());
    }

    NullSample sample(Scores scores, int draws) {
        NullModel model = metric.metric().profile().nullModel();
        return switch (model) {
            case UNIT_PERMUTATION -> unitPermutations(scores, draws);
            case LABEL_SHUFFLE, WEIGHT_SHUFFLE -> shuffledInputs(scores, draws, model);
            case NONE -> NullSample.empty(scores.subjects().size(), 0, false);
        };
    }

    private NullSample unitPermutations(Scores scores, int draws) {
        Assignment recorded = input.layer().assignment();
        int[] units =
                IntStream.range(0, recorded.units()).filter(scores.prepared()::takesPart).toArray();
        NullSample sample =
                NullSample.empty(scores.subjects().size(), draws, scores.hasExactP(recorded));
        for (int draw = 0; draw < draws; draw++) {
            Assignment permuted = recorded.permuted(generator(draw), units);
            sample.set(draw, scores.values(permuted));
            if (sample.exactP() != null) {
                NullSample.set(sample.exactP(), draw, scores.exactP(permuted));
            }
        }
        return sample;
    }

    private NullSample shuffledInputs(Scores scores, int draws, NullModel model) {
        List<Subject> subjects = scores.subjects();
        NullSample sample = NullSample.empty(subjects.size(), draws, false);
        for (int draw = 0; draw < draws; draw++) {
            MetricInput shuffled =
                    model == NullModel.LABEL_SHUFFLE
                            ? Shuffles.samples(input, generator(draw))
                            : Shuffles.weights(input, generator(draw));
            sample.set(draw, prepareAndScore(shuffled, subjects));
        }
        return sample;
    }

    /**
     * A shuffle may leave a metric undefined, or with other subjects; then the draw has no value.
     */
    private double[] prepareAndScore(MetricInput shuffled, List<Subject> subjects) {
        double[] values = new double[subjects.size()];
        Arrays.fill(values, Double.NaN);
        PreparedMetric prepared;
        try {
            prepared = metric.prepare(shuffled);
        } catch (UndefinedMetricException e) {
            return values;
        }
        Scores scores = new Scores(metric.name(), input.layer().layer(), prepared);
        double[] drawn = scores.values(input.layer().assignment());
        for (int s = 0; s < values.length; s++) {
            int found = scores.subjects().indexOf(subjects.get(s));
            values[s] = found < 0 ? Double.NaN : drawn[found];
        }
        return values;
    }

    private RandomGenerator generator(int draw) {
        return seed.derive("draw", draw).generator();
    }
}
