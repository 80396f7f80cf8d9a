package dev.ramify.plugins.metrics.numeric;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Activations;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Activations less the mean of each unit, read in blocks. */
public final class CentredSamples {

    /** A unit whose standard deviation is below this share of the layer's median is dead. */
    private static final double DEAD = 1e-6;

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
        int block = Math.max(1, (1 << 18) / units);
        for (int from = 0; from < activations.samples(); from += block) {
            float[] rows = new float[Math.min(block, activations.samples() - from) * units];
            activations.read(from, rows);
            if (from == 0) {
                Arrays.setAll(pivot, unit -> rows[unit]);
            }
            for (int i = 0; i < rows.length; i++) {
                int unit = i % units;
                if (!Float.isFinite(rows[i])) {
                    throw new UndefinedMetricException(
                            "unit %d has the activation %s at sample %d"
                                    .formatted(unit, rows[i], from + i / units));
                }
                double value = rows[i] - pivot[unit];
                sums[unit] += value;
                squares[unit] += value * value;
            }
        }
        int samples = activations.samples();
        double[] means = new double[units];
        double[] variations = new double[units];
        for (int unit = 0; unit < units; unit++) {
            means[unit] = pivot[unit] + sums[unit] / samples;
            variations[unit] = squares[unit] - sums[unit] * sums[unit] / samples;
        }
        return new CentredSamples(activations, means, variations, sample -> true);
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

    /** Cut rows into arrays {@code [units of a block, rows]} of at most so many units. */
    static INDArray[] blocks(double[] rows, int units, int width) {
        int count = rows.length / units;
        INDArray[] blocks = new INDArray[(units + width - 1) / width];
        for (int k = 0; k < blocks.length; k++) {
            int first = k * width;
            int wide = Math.min(width, units - first);
            double[] block = new double[wide * count];
            for (int row = 0; row < count; row++) {
                System.arraycopy(rows, row * units + first, block, row * wide, wide);
            }
            blocks[k] = Nd4j.create(block, new long[] {wide, count}, 'f');
        }
        return blocks;
    }
}
