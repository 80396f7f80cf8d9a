package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.Groups;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How two routers agree on the same samples.
 *
 * @param mean of the shares of the second set that are in the first one
 * @param byLoad the same if each chose at random with the loads that it has
 * @param alike the same if all experts were used alike
 * @param ofGroups the mean of each group that has samples; empty where samples come in none
 */
record Overlaps(double mean, double byLoad, double alike, double[] ofGroups) {

    /**
     * Compare.
     *
     * @throws UndefinedMetricException if nothing was chosen
     */
    static Overlaps of(ExpertChoices now, ExpertChoices last, @Nullable Groups groups) {
        int[] first = new int[Math.multiplyExact(now.samples(), now.perSample())];
        now.read(0, first);
        int count = groups == null ? 1 : groups.count();
        double[] sums = new double[count];
        long[] samples = new long[count];
        double[] loads = new double[now.experts()];
        double[] lastLoads = new double[now.experts()];
        long[] chosen = new long[1];
        last.forEach(
                (sample, experts, at) -> {
                    int group = groups == null ? 0 : groups.of()[sample];
                    double size = mark(experts, at, last.perSample(), lastLoads);
                    chosen[0] +=
                            (long) mark(first, sample * now.perSample(), now.perSample(), loads);
                    if (size > 0) {
                        sums[group] +=
                                common(first, sample * now.perSample(), now, experts, at, last)
                                        / size;
                        samples[group]++;
                    }
                });
        long total = Arrays.stream(samples).sum();
        if (total == 0) {
            throw new UndefinedMetricException("no expert was chosen at the final checkpoint");
        }
        double mean = Arrays.stream(sums).sum() / total;
        double[] lastShares = GroupCounts.share(lastLoads);
        double byLoad = 0;
        for (int expert = 0; expert < loads.length; expert++) {
            byLoad += loads[expert] / total * lastShares[expert];
        }
        return new Overlaps(
                mean,
                byLoad,
                (double) chosen[0] / total / now.experts(),
                groups == null ? new double[0] : means(sums, samples));
    }

    private static double[] means(double[] sums, long[] samples) {
        double[] means = new double[sums.length];
        int count = 0;
        for (int group = 0; group < sums.length; group++) {
            if (samples[group] > 0) {
                means[count++] = sums[group] / samples[group];
            }
        }
        return Arrays.copyOf(means, count);
    }

    /** Add a set to the loads, and return its size. */
    private static double mark(int[] experts, int at, int width, double[] loads) {
        int size = 0;
        for (int i = at; i < at + width; i++) {
            if (experts[i] != ExpertChoices.NONE) {
                loads[experts[i]]++;
                size++;
            }
        }
        return size;
    }

    private static int common(
            int[] one, int from, ExpertChoices first, int[] other, int at, ExpertChoices second) {
        int common = 0;
        for (int i = from; i < from + first.perSample(); i++) {
            for (int j = at; j < at + second.perSample(); j++) {
                common += one[i] == other[j] && one[i] != ExpertChoices.NONE ? 1 : 0;
            }
        }
        return common;
    }
}
