package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Groups of samples, such as documents, as the replicates of a null: the samples of a group are not
 * independent, so that what is shuffled is whole groups.
 */
final class Replicates {

    private Replicates() {}

    /**
     * Find what is shuffled in an input for a metric with a null: groups in place of samples where
     * there are some, and nothing where there are none to shuffle.
     */
    static NullModel model(NullModel wanted, MetricInput input) {
        boolean ofGroups =
                wanted == NullModel.GROUP_PERMUTATION
                        || wanted == NullModel.LABEL_SHUFFLE
                                && input.recording().groups().isPresent();
        if (!ofGroups) {
            return wanted;
        }
        return input.recording().groups().filter(Replicates::areReplicated).isPresent()
                ? NullModel.GROUP_PERMUTATION
                : NullModel.NONE;
    }

    /** Say, after what was observed, why nothing is compared with chance; empty if something is. */
    static String untested(NullModel wanted, NullModel model) {
        return model == NullModel.NONE && wanted != NullModel.NONE
                ? " (no p: no class has several groups that could be permuted)"
                : "";
    }

    /** Groups one a class, totals of domains, say, could only change places. */
    private static boolean areReplicated(Groups groups) {
        return Arrays.stream(groups.classes()).distinct().count() < groups.count()
                && groups.count() > 1;
    }

    /**
     * Give every group the name and the class of another one.
     *
     * @param withSamples whether its samples get the class and levels of that group's too, for a
     *     metric that asks samples rather than groups
     * @throws UndefinedMetricException if classes or levels differ within a group
     */
    static MetricInput permuted(MetricInput input, RandomGenerator random, boolean withSamples) {
        Recording recording = input.recording();
        Groups groups = recording.groups().orElseThrow();
        int[] order = IntStream.range(0, groups.count()).toArray();
        Shuffles.shuffle(order, random);
        List<String> names = IntStream.of(order).mapToObj(groups.names()::get).toList();
        Recording permuted =
                recording.withGroups(groups.relabelled(names, reordered(groups.classes(), order)));
        return input.with(
                withSamples ? withTruth(permuted, groups, order) : permuted, input.layer());
    }

    private static Recording withTruth(Recording recording, Groups groups, int[] order) {
        int[][] levels = new int[recording.levels().length][];
        Arrays.setAll(
                levels,
                factor ->
                        dealt(
                                recording.factors().get(factor).name(),
                                recording.levels()[factor],
                                groups,
                                order));
        return recording.withTruth(dealt("class", recording.labels(), groups, order), levels);
    }

    private static int[] reordered(int[] perGroup, int[] order) {
        return perGroup.length == 0
                ? perGroup
                : IntStream.of(order).map(group -> perGroup[group]).toArray();
    }

    /** Deal values of samples that are the same in all of a group. */
    private static int[] dealt(String name, int[] perSample, Groups groups, int[] order) {
        if (perSample.length == 0) {
            return perSample;
        }
        int[] perGroup = new int[groups.count()];
        Arrays.fill(perGroup, -1);
        for (int i = 0; i < perSample.length; i++) {
            int group = groups.of()[i];
            if (perGroup[group] >= 0 && perGroup[group] != perSample[i]) {
                throw new UndefinedMetricException(
                        "'%s' differs within the group %s, so that groups cannot change places"
                                .formatted(name, groups.names().get(group)));
            }
            perGroup[group] = perSample[i];
        }
        int[] dealt = new int[perSample.length];
        Arrays.setAll(dealt, i -> perGroup[order[groups.of()[i]]]);
        return dealt;
    }
}
