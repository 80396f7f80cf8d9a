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
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Draws of one metric in one network under its null. Every draw has its own generator, so draws
 * depend neither on each other nor on the order in which they are made.
 */
final class MetricDraws implements Draw.Source {

    private final ConfiguredMetric<?> metric;
    private final MetricInput input;
    private final Scores scores;
    private final NullModel model;
    private final boolean bySamples;
    private final Seed seed;
    private final Assignment recorded;
    private final int[] participants;
    private final boolean exact;
    private final @Nullable WeightShuffle weights;

    /**
     * @param model what is shuffled
     */
    MetricDraws(ConfiguredMetric<?> metric, MetricInput input, Scores scores, NullModel model) {
        this.metric = metric;
        this.input = input;
        this.scores = scores;
        this.model = model;
        this.bySamples = metric.profile().nullModel() == NullModel.LABEL_SHUFFLE;
        this.seed = input.seed().derive("null").derive(metric.name()).derive(input.layer().layer());
        this.recorded = input.layer().assignment();
        this.participants =
                IntStream.range(0, recorded.units()).filter(scores.prepared()::takesPart).toArray();
        this.exact = model == NullModel.UNIT_PERMUTATION && scores.hasExactP(recorded);
        this.weights = model == NullModel.WEIGHT_SHUFFLE ? new WeightShuffle(input) : null;
    }

    /** Tell whether draws have exact p values. */
    boolean exact() {
        return exact;
    }

    @Override
    public Draw draw(int number) {
        RandomGenerator random = generator(number);
        return switch (model) {
            case UNIT_PERMUTATION -> permuted(assignment(number));
            case LABEL_SHUFFLE -> shuffled(Shuffles.samples(input, random));
            case GROUP_PERMUTATION -> shuffled(Replicates.permuted(input, random, bySamples));
            case WEIGHT_SHUFFLE -> reweighted(random);
            case REINITIALIZATION, NONE ->
                    throw new IllegalStateException("nothing is shuffled under the null " + model);
        };
    }

    @Override
    public List<Draw> draws(int from, int to) {
        if (model != NullModel.UNIT_PERMUTATION || exact || !scores.inBatches()) {
            return Draw.Source.super.draws(from, to);
        }
        List<Assignment> permuted = IntStream.range(from, to).mapToObj(this::assignment).toList();
        return scores.values(permuted).stream().map(values -> new Draw(values, null)).toList();
    }

    private Assignment assignment(int number) {
        return recorded.permuted(generator(number), participants);
    }

    private RandomGenerator generator(int number) {
        return seed.derive("draw", number).generator();
    }

    private Draw permuted(Assignment permuted) {
        return new Draw(scores.values(permuted), exact ? scores.exactP(permuted) : null);
    }

    /** The memory of arrays lies outside the heap, and is given back at once. */
    private Draw reweighted(RandomGenerator random) {
        MetricInput shuffled = Objects.requireNonNull(weights).draw(random);
        try {
            return shuffled(shuffled);
        } finally {
            shuffled.layer().weights().ifPresent(INDArray::close);
        }
    }

    /**
     * A shuffle may leave a metric undefined, or with other subjects; then the draw has no value.
     */
    private Draw shuffled(MetricInput shuffled) {
        List<Subject> subjects = scores.subjects();
        double[] values = new double[subjects.size()];
        Arrays.fill(values, Double.NaN);
        PreparedMetric prepared;
        try {
            prepared =
                    scores.prepared()
                            .forShuffle(shuffled)
                            .orElseGet(() -> metric.prepare(shuffled));
        } catch (UndefinedMetricException e) {
            return new Draw(values, null);
        }
        Scores drawn = new Scores(metric.name(), input.layer().layer(), prepared);
        double[] drawnValues = drawn.values(recorded);
        for (int s = 0; s < values.length; s++) {
            int found = drawn.subjects().indexOf(subjects.get(s));
            values[s] = found < 0 ? Double.NaN : drawnValues[found];
        }
        return new Draw(values, null);
    }
}
