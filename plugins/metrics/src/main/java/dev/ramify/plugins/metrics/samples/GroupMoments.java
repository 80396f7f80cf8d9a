package dev.ramify.plugins.metrics.samples;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Activations;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums of activations by half and group, from one pass over the samples, and the analysis of
 * variance that follows from them.
 */
public final class GroupMoments {

    /** A unit whose standard deviation is below this share of the layer's median is dead. */
    private static final double DEAD = 1e-6;

    private final List<Grouping> groupings;
    private final int units;

    /** Taken off every activation of a unit, so that sums of squares keep their digits. */
    private final double[] pivot;

    private final int[] samples = new int[2];
    private final double[][] sum;
    private final double[][] squares;
    private final int[][][] counts;
    private final double[][][][] groupSum;

    private GroupMoments(List<Grouping> groupings, int units) {
        this.groupings = groupings;
        this.units = units;
        this.pivot = new double[units];
        this.sum = new double[2][units];
        this.squares = new double[2][units];
        this.counts = new int[2][groupings.size()][];
        this.groupSum = new double[2][groupings.size()][][];
        for (int half = 0; half < 2; half++) {
            for (int g = 0; g < groupings.size(); g++) {
                int levels = groupings.get(g).levels().size();
                counts[half][g] = new int[levels];
                groupSum[half][g] = new double[levels][units];
            }
        }
    }

    /**
     * Read all samples.
     *
     * @throws UndefinedMetricException if an activation is not a finite number
     */
    public static GroupMoments of(
            Activations activations, Halves halves, List<Grouping> groupings) {
        int units = activations.units();
        GroupMoments moments = new GroupMoments(groupings, units);
        int block = Math.max(1, (1 << 18) / units);
        for (int from = 0; from < activations.samples(); from += block) {
            float[] rows = new float[Math.min(block, activations.samples() - from) * units];
            activations.read(from, rows);
            for (int row = 0; row * units < rows.length; row++) {
                moments.add(from + row, halves.halfOf(from + row), rows, row * units);
            }
        }
        return moments;
    }

    private void add(int sample, int half, float[] rows, int offset) {
        if (sample == 0) {
            for (int unit = 0; unit < units; unit++) {
                pivot[unit] = rows[offset + unit];
            }
        }
        samples[half]++;
        for (int unit = 0; unit < units; unit++) {
            float activation = rows[offset + unit];
            if (!Float.isFinite(activation)) {
                throw new UndefinedMetricException(
                        "unit %d has the activation %s at sample %d"
                                .formatted(unit, activation, sample));
            }
            double value = activation - pivot[unit];
            sum[half][unit] += value;
            squares[half][unit] += value * value;
        }
        for (int g = 0; g < groupings.size(); g++) {
            int level = groupings.get(g).levelOf()[sample];
            counts[half][g][level]++;
            double[] sums = groupSum[half][g][level];
            for (int unit = 0; unit < units; unit++) {
                sums[unit] += rows[offset + unit] - pivot[unit];
            }
        }
    }

    /**
     * Tell for each unit whether it varies: its standard deviation is not below a millionth of the
     * layer's median.
     */
    public boolean[] live() {
        double[] variations = new double[units];
        Arrays.setAll(variations, this::variation);
        double[] sorted = variations.clone();
        Arrays.sort(sorted);
        double deadBelow = DEAD * DEAD * sorted[units / 2];
        boolean[] live = new boolean[units];
        for (int unit = 0; unit < units; unit++) {
            live[unit] = variations[unit] > deadBelow;
        }
        return live;
    }

    /** Return the sum of squares about the mean of both halves together. */
    public double variation(int unit) {
        double total = sum[0][unit] + sum[1][unit];
        return squares[0][unit] + squares[1][unit] - total * total / (samples[0] + samples[1]);
    }

    /**
     * Estimate the share of a unit's variance that a grouping explains: omega squared of a one-way
     * analysis of variance (Hays 1963), {@code (SSB - (K - 1) MSW) / (SST + MSW)}. Groups without
     * samples do not count. 0 where the unit does not vary.
     */
    public double omegaSquared(int half, int grouping, int unit) {
        int n = samples[half];
        double correction = sum[half][unit] * sum[half][unit] / n;
        double between = -correction;
        int groups = 0;
        for (int level = 0; level < counts[half][grouping].length; level++) {
            int count = counts[half][grouping][level];
            if (count > 0) {
                double groupSum = this.groupSum[half][grouping][level][unit];
                between += groupSum * groupSum / count;
                groups++;
            }
        }
        double total = squares[half][unit] - correction;
        if (groups < 2 || n <= groups || !(total > 0)) {
            return 0;
        }
        double within = Math.max(0, total - between) / (n - groups);
        return (between - (groups - 1) * within) / (total + within);
    }

    /** Find the group to which a unit responds most on average; -1 if no group has samples. */
    public int strongestGroup(int half, int grouping, int unit) {
        int[] count = counts[half][grouping];
        double[][] sums = groupSum[half][grouping];
        return IntStream.range(0, count.length)
                .filter(level -> count[level] > 0)
                .boxed()
                .max(Comparator.comparingDouble(level -> sums[level][unit] / count[level]))
                .orElse(-1);
    }

    /** Return the mean activation of a unit over a group; {@code NaN} if it has no samples. */
    public double groupMean(int half, int grouping, int level, int unit) {
        return groupSum[half][grouping][level][unit] / counts[half][grouping][level] + pivot[unit];
    }

    /** Return the number of samples of a group. */
    public int count(int half, int grouping, int level) {
        return counts[half][grouping][level];
    }

    /**
     * Check that every half has more samples than any grouping has groups.
     *
     * @throws UndefinedMetricException if not
     */
    public void requireEnoughSamples() {
        for (Grouping grouping : groupings) {
            int least = Math.min(samples[0], samples[1]);
            if (least <= grouping.levels().size()) {
                throw new UndefinedMetricException(
                        "'%s' has %d levels, so each half of the samples needs at least %d; found %d"
                                .formatted(
                                        grouping.name(),
                                        grouping.levels().size(),
                                        grouping.levels().size() + 1,
                                        least));
            }
        }
    }
}
