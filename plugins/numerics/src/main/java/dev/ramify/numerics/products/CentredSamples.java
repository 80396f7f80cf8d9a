package dev.ramify.numerics.products;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Activations;
import dev.ramify.numerics.Cores;
import dev.ramify.numerics.linear.Vectors;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Activations less the mean of each unit, read in blocks. */
public final class CentredSamples {

    /** A unit whose standard deviation is below this share of the layer's median is dead. */
    private static final double DEAD = 1e-6;

    private static final int BLOCK = 1 << 18;
    private static final int AT_ONCE = 64;

    private final Activations activations;
    private final double[] means;
    private final double[] variations;

    private final IntPredicate kept;

    private CentredSamples(
            Activations activations, double[] means, double[] variations, IntPredicate kept) {
        this.activations = activations;
        this.means = means;
        this.variations = variations;
        this.kept = kept;
    }

    /**
     * Find the means, in one pass.
     *
     * @throws UndefinedMetricException if an activation is not a finite number
     */
    public static CentredSamples of(Activations activations) {
        int units = activations.units();
        double[] pivot = new double[units];
        double[] sums = new double[units];
        double[] squares = new double[units];
        int samples = activations.samples();
        float[] first = new float[Math.min(1, samples) * units];
        activations.read(0, first);
        Arrays.setAll(pivot, unit -> first.length == 0 ? 0 : first[unit]);
        int block = Math.max(1, BLOCK / units);
        int blocks = (samples + block - 1) / block;
        // Blocks are added up side by side, and their sums in order; no more of them are held than
        // keep all cores busy.
        for (int at = 0; at < blocks; at += AT_ONCE) {
            int begin = at;
            double[][][] added = new double[Math.min(blocks - at, AT_ONCE)][][];
            Cores.run(
                    added.length,
                    () -> new float[block * units],
                    (most, i) ->
                            added[i] = sums(rows(activations, (begin + i) * block, most), pivot));
            for (int i = 0; i < added.length; i++) {
                requireFinite(added[i][1], activations, (at + i) * block, block);
                Vectors.add(1, added[i][0], sums);
                Vectors.add(1, added[i][1], squares);
            }
        }
        double[] means = new double[units];
        double[] variations = new double[units];
        for (int unit = 0; unit < units; unit++) {
            means[unit] = pivot[unit] + sums[unit] / samples;
            variations[unit] = squares[unit] - sums[unit] * sums[unit] / samples;
        }
        return new CentredSamples(activations, means, variations, sample -> true);
    }

    /** Read as many rows as there are room for, or left; in the latter case elsewhere. */
    static float[] rows(Activations activations, int from, float[] most) {
        int units = activations.units();
        int size = Math.min(most.length / units, activations.samples() - from) * units;
        float[] rows = size == most.length ? most : new float[size];
        activations.read(from, rows);
        return rows;
    }

    /** Add up one block: the sums, and those of squares. */
    private static double[][] sums(float[] rows, double[] pivot) {
        double[][] sums = new double[2][pivot.length];
        int from = 0;
        for (; from + 3 * pivot.length < rows.length; from += 4 * pivot.length) {
            addFour(rows, from, pivot, sums[0], sums[1]);
        }
        for (; from < rows.length; from += pivot.length) {
            add(rows, from, pivot, sums[0], sums[1]);
        }
        return sums;
    }

    /** Four samples at a time: sums are read and written less often. */
    private static void addFour(
            float[] rows, int offset, double[] pivot, double[] sums, double[] squares) {
        int units = pivot.length;
        for (int unit = 0; unit < units; unit++) {
            int at = offset + unit;
            double a = rows[at] - pivot[unit];
            double b = rows[at + units] - pivot[unit];
            double c = rows[at + 2 * units] - pivot[unit];
            double d = rows[at + 3 * units] - pivot[unit];
            sums[unit] += (a + b) + (c + d);
            squares[unit] += (a * a + b * b) + (c * c + d * d);
        }
    }

    private static void add(
            float[] rows, int offset, double[] pivot, double[] sums, double[] squares) {
        for (int unit = 0; unit < sums.length; unit++) {
            double value = rows[offset + unit] - pivot[unit];
            sums[unit] += value;
            squares[unit] += value * value;
        }
    }

    /** What is not finite shows in the sums; only then is it looked for. */
    private static void requireFinite(
            double[] squares, Activations activations, int from, int block) {
        if (Double.isFinite(Arrays.stream(squares).sum())) {
            return;
        }
        int units = squares.length;
        float[] rows = rows(activations, from, new float[block * units]);
        for (int i = 0; i < rows.length; i++) {
            if (!Float.isFinite(rows[i])) {
                throw new UndefinedMetricException(
                        "unit %d has the activation %s at sample %d"
                                .formatted(i % units, rows[i], from + i / units));
            }
        }
    }

    /** View only some samples, less the means of all. */
    public CentredSamples where(IntPredicate condition) {
        return new CentredSamples(activations, means, variations, condition);
    }

    /** Return the number of samples, those that are left out included. */
    public int samples() {
        return activations.samples();
    }

    public int units() {
        return means.length;
    }

    /** Return for each unit the sum of squares about its mean, over all samples. */
    public double[] variations() {
        return variations.clone();
    }

    /** Tell for each unit whether it varies. */
    public boolean[] live() {
        double[] sorted = variations.clone();
        Arrays.sort(sorted);
        double deadBelow = DEAD * DEAD * sorted[sorted.length / 2];
        boolean[] live = new boolean[variations.length];
        for (int unit = 0; unit < live.length; unit++) {
            live[unit] = variations[unit] > deadBelow;
        }
        return live;
    }

    /**
     * Read some samples, without those that are left out.
     *
     * @param from first sample
     * @param count number of samples
     * @return {@code [kept * units]}, sample by sample
     */
    public double[] read(int from, int count) {
        int units = means.length;
        float[] rows = new float[count * units];
        activations.read(from, rows);
        double[] centred = new double[rows.length];
        int at = 0;
        for (int row = 0; row < count; row++) {
            if (kept.test(from + row)) {
                for (int unit = 0; unit < units; unit++) {
                    centred[at++] = rows[row * units + unit] - means[unit];
                }
            }
        }
        return at == centred.length ? centred : Arrays.copyOf(centred, at);
    }

    /**
     * Read some samples as they are, those that are left out included.
     *
     * @param most room for as many samples as are wanted {@code [count * units]}
     * @return the room, or a smaller one if fewer are left
     */
    float[] recorded(int from, float[] most) {
        return rows(activations, from, most);
    }

    /** Tell whether a sample is not left out. */
    boolean keeps(int sample) {
        return kept.test(sample);
    }

    /** Return the mean of each unit. */
    double[] means() {
        return means.clone();
    }
}
