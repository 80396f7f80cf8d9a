package dev.ramify.plugins.metrics.selectivity;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Activations;
import dev.ramify.plugins.metrics.samples.GroupMoments;
import dev.ramify.plugins.metrics.samples.Grouping;
import dev.ramify.plugins.metrics.samples.Halves;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The class selectivity of every unit.
 *
 * @param debiased cross-fitted index less its mean over shuffled labels
 * @param profile mean response {@code [units][classes]}, classes without samples left out
 * @param live for each unit whether it varies
 */
record SelectivityIndex(double[] debiased, double[][] profile, boolean[] live) {

    /** Shuffles are read in one pass as far as this many sums fit. */
    private static final int MOST_SUMS = 1 << 23;

    /**
     * Compute.
     *
     * @throws UndefinedMetricException if fewer than two classes have samples in both halves, or an
     *     activation is negative
     */
    static SelectivityIndex of(MetricInput input, int shuffles) {
        Activations activations = input.layer().activations();
        requireNotNegative(activations);
        Grouping classes = Grouping.classes(input.recording());
        Halves halves = Halves.of(input.recording(), activations.samples(), input.seed());
        GroupMoments moments = GroupMoments.of(activations, halves, List.of(classes));
        int[] present = present(moments, classes);
        int units = activations.units();
        double[] chance = chance(input, halves, classes, present, shuffles);
        double[] debiased = new double[units];
        double[][] profile = new double[units][present.length];
        for (int unit = 0; unit < units; unit++) {
            debiased[unit] = crossFitted(moments, 0, present, unit) - chance[unit];
            for (int c = 0; c < present.length; c++) {
                profile[unit][c] = mean(moments, present[c], unit);
            }
        }
        return new SelectivityIndex(debiased, profile, moments.live());
    }

    private static double mean(GroupMoments moments, int level, int unit) {
        int one = moments.count(0, 0, level);
        int other = moments.count(1, 0, level);
        return (one * moments.groupMean(0, 0, level, unit)
                        + other * moments.groupMean(1, 0, level, unit))
                / (one + other);
    }

    private static int[] present(GroupMoments moments, Grouping classes) {
        int[] present =
                IntStream.range(0, classes.levels().size())
                        .filter(c -> moments.count(0, 0, c) > 0 && moments.count(1, 0, c) > 0)
                        .toArray();
        if (present.length < 2) {
            throw new UndefinedMetricException(
                    "at least 2 classes need 2 samples each, found %d of %d"
                            .formatted(present.length, classes.levels().size()));
        }
        return present;
    }

    /** Average the index over shuffles of labels within each half. */
    private static double[] chance(
            MetricInput input, Halves halves, Grouping classes, int[] present, int shuffles) {
        Activations activations = input.layer().activations();
        int units = activations.units();
        double[] chance = new double[units];
        int atOnce = Math.max(1, MOST_SUMS / (2 * classes.levels().size() * units));
        for (int from = 0; from < shuffles; from += atOnce) {
            List<Grouping> shuffled = new ArrayList<>();
            for (int s = from; s < Math.min(shuffles, from + atOnce); s++) {
                shuffled.add(
                        shuffled(
                                classes,
                                halves,
                                input.seed().derive("selectivity", s).generator()));
            }
            GroupMoments moments = GroupMoments.of(activations, halves, shuffled);
            for (int g = 0; g < shuffled.size(); g++) {
                for (int unit = 0; unit < units; unit++) {
                    chance[unit] += crossFitted(moments, g, present, unit) / shuffles;
                }
            }
        }
        return chance;
    }

    private static Grouping shuffled(Grouping classes, Halves halves, RandomGenerator random) {
        int[] labels = classes.levelOf().clone();
        int[][] order = new int[2][labels.length];
        int[] sizes = new int[2];
        for (int sample = 0; sample < labels.length; sample++) {
            int half = halves.halfOf(sample);
            order[half][sizes[half]++] = sample;
        }
        for (int half = 0; half < 2; half++) {
            for (int i = sizes[half] - 1; i > 0; i--) {
                int one = order[half][i];
                int other = order[half][random.nextInt(i + 1)];
                int swap = labels[one];
                labels[one] = labels[other];
                labels[other] = swap;
            }
        }
        return new Grouping(classes.name(), classes.levels(), labels);
    }

    private static double crossFitted(GroupMoments moments, int grouping, int[] present, int unit) {
        int one = strongest(moments, grouping, 0, present, unit);
        int other = strongest(moments, grouping, 1, present, unit);
        return (index(moments, grouping, 1, present, unit, one)
                        + index(moments, grouping, 0, present, unit, other))
                / 2;
    }

    private static int strongest(
            GroupMoments moments, int grouping, int half, int[] present, int unit) {
        int strongest = present[0];
        for (int level : present) {
            if (moments.groupMean(half, grouping, level, unit)
                    > moments.groupMean(half, grouping, strongest, unit)) {
                strongest = level;
            }
        }
        return strongest;
    }

    /** A unit that is silent in the half has the index 0. */
    private static double index(
            GroupMoments moments, int grouping, int half, int[] present, int unit, int chosen) {
        double own = 0;
        double rest = 0;
        for (int level : present) {
            double mean = moments.groupMean(half, grouping, level, unit);
            if (level == chosen) {
                own = mean;
            } else {
                rest += mean / (present.length - 1);
            }
        }
        // Means of what is never negative can be so by rounding.
        return own + rest > 1e-12 ? (own - rest) / (own + rest) : 0;
    }

    private static void requireNotNegative(Activations activations) {
        int units = activations.units();
        int block = Math.max(1, (1 << 18) / units);
        for (int from = 0; from < activations.samples(); from += block) {
            float[] rows = new float[Math.min(block, activations.samples() - from) * units];
            activations.read(from, rows);
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] < 0) {
                    throw new UndefinedMetricException(
                            "unit %d has the activation %s at sample %d; the index needs activations that are never negative, factor-variance does not"
                                    .formatted(i % units, rows[i], from + i / units));
                }
            }
        }
    }
}
