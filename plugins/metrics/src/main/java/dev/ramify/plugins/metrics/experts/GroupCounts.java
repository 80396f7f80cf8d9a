package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertCounts;
import dev.ramify.api.recording.ExpertUse;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each expert, or each pair of experts, was chosen for each group of samples.
 *
 * @param counts {@code [groups][columns]}
 * @param classes names of the classes (domains); empty if unknown
 * @param classOf the class of every group; empty if unknown
 */
record GroupCounts(long[][] counts, List<String> classes, int[] classOf) {

    /** Numbers that are kept at most: 128 MiB. */
    private static final long MOST = 1 << 24;

    /**
     * Count the experts of a layer. Where samples come in no groups, each class is one; where there
     * are no classes either, all samples together are.
     *
     * @param top only the first so many experts of each sample count; 0 for all
     * @throws UndefinedMetricException if counts were given and cannot be divided so
     */
    static GroupCounts ofExperts(MetricInput input, int top) {
        ExpertUse use = input.layer().experts().orElseThrow().use();
        if (use instanceof ExpertCounts counted) {
            if (top > 0) {
                throw new UndefinedMetricException(
                        "counts do not tell which expert came first; top needs choices sample by sample");
            }
            Groups groups = groups(input.recording(), counted.counts().length, new int[0]);
            return new GroupCounts(counted.counts(), input.recording().classes(), groups.classes());
        }
        ExpertChoices choices = (ExpertChoices) use;
        int width = top == 0 ? choices.perSample() : Math.min(top, choices.perSample());
        return counted(
                input.recording(),
                choices,
                choices.experts(),
                (row, experts, at) -> {
                    for (int place = at; place < at + width; place++) {
                        if (experts[place] != ExpertChoices.NONE) {
                            row[experts[place]]++;
                        }
                    }
                });
    }

    /**
     * Count pairs of experts that were chosen together, whatever their ranks.
     *
     * @throws UndefinedMetricException if there are none, or too many
     */
    static GroupCounts ofPairs(MetricInput input) {
        if (!(input.layer().experts().orElseThrow().use() instanceof ExpertChoices choices)
                || choices.perSample() < 2) {
            throw new UndefinedMetricException(
                    "pairs need choices of at least 2 experts for each sample, not counts");
        }
        int experts = choices.experts();
        int width = choices.perSample();
        return counted(
                input.recording(),
                choices,
                experts * (experts - 1) / 2,
                (row, chosen, at) -> {
                    for (int i = at; i < at + width; i++) {
                        for (int j = i + 1; j < at + width; j++) {
                            if (chosen[i] != ExpertChoices.NONE
                                    && chosen[j] != ExpertChoices.NONE) {
                                row[pair(chosen[i], chosen[j], experts)]++;
                            }
                        }
                    }
                });
    }

    private static int pair(int one, int other, int experts) {
        int low = Math.min(one, other);
        return low * (2 * experts - low - 1) / 2 + Math.max(one, other) - low - 1;
    }

    /** Adds the choices of a sample to the counts of its group. */
    @FunctionalInterface
    private interface Counter {

        void add(long[] row, int[] experts, int at);
    }

    private static GroupCounts counted(
            Recording recording, ExpertChoices choices, int columns, Counter counter) {
        Groups groups = groups(recording, 1, new int[choices.samples()]);
        if ((long) groups.count() * columns > MOST) {
            throw new UndefinedMetricException(
                    "%,d groups of %,d columns are too many; at most %,d numbers are kept"
                            .formatted(groups.count(), columns, MOST));
        }
        long[][] counts = new long[groups.count()][columns];
        int[] of = groups.of();
        choices.forEach((sample, experts, at) -> counter.add(counts[of[sample]], experts, at));
        return new GroupCounts(counts, recording.classes(), groups.classes());
    }

    /** Take classes for groups where nobody named any. */
    private static Groups groups(Recording recording, int count, int[] together) {
        return recording
                .groups()
                .orElseGet(
                        () ->
                                recording.labels().length == 0
                                        ? new Groups(
                                                IntStream.range(0, count)
                                                        .mapToObj("group %d"::formatted)
                                                        .toList(),
                                                together,
                                                new int[0])
                                        : new Groups(
                                                recording.classes(),
                                                recording.labels(),
                                                IntStream.range(0, recording.classes().size())
                                                        .toArray()));
    }

    /** Return the same counts of groups that have the classes of other ones. */
    GroupCounts relabelled(MetricInput shuffled) {
        return new GroupCounts(
                counts, classes, shuffled.recording().groups().orElseThrow().classes());
    }

    int groups() {
        return counts.length;
    }

    int columns() {
        return counts.length == 0 ? 0 : counts[0].length;
    }

    /** Add up all groups. */
    double[] totals() {
        double[] totals = new double[columns()];
        for (long[] row : counts) {
            for (int column = 0; column < totals.length; column++) {
                totals[column] += row[column];
            }
        }
        return totals;
    }

    /** Return, for each group, the share of each column; all 0 where nothing was chosen. */
    double[][] shares() {
        double[][] shares = new double[counts.length][];
        Arrays.setAll(
                shares, group -> share(Arrays.stream(counts[group]).asDoubleStream().toArray()));
        return shares;
    }

    static double[] share(double[] weights) {
        double total = Arrays.stream(weights).sum();
        return total > 0 ? Arrays.stream(weights).map(weight -> weight / total).toArray() : weights;
    }
}
