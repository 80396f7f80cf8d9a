package dev.ramify.plugins.metrics.numeric;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Activations;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        float[] first = rows(activations, 0, 1);
        Arrays.setAll(pivot, unit -> first.length == 0 ? 0 : first[unit]);
        int block = Math.max(1, BLOCK / units);
        int blocks = (samples + block - 1) / block;
        // Blocks are added up side by side, and their sums in order; no more of them are held than
        // keep all cores busy.
        for (int at = 0; at < blocks; at += AT_ONCE) {
            List<double[][]> added =
                    IntStream.range(at, Math.min(blocks, at + AT_ONCE))
                            .parallel()
                            .mapToObj(each -> sums(rows(activations, each * block, block), pivot))
                            .toList();
            for (int i = 0; i < added.size(); i++) {
                requireFinite(added.get(i)[1], activations, (at + i) * block, block);
                Vectors.add(1, added.get(i)[0], sums);
                Vectors.add(1, added.get(i)[1], squares);
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

    private static float[] rows(Activations activations, int from, int most) {
        int count = Math.min(most, activations.samples() - from);
        float[] rows = new float[count * activations.units()];
        activations.read(from, rows);
        return rows;
    }

    /** Add up one block: the sums, and those of squares. */
    private static double[][] sums(float[] rows, double[] pivot) {
        double[][] sums = new double[2][pivot.length];
        for (int from = 0; from < rows.length; from += pivot.length) {
            add(rows, from, pivot, sums[0], sums[1]);
        }
        return sums;
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
        float[] rows = rows(activations, from, block);
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

    /** Read some samples as they are, those that are left out included: {@code [count * units]}. */
    float[] recorded(int from, int count) {
        return rows(activations, from, count);
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
