package dev.ramify.plugins.metrics.numeric;

import dev.ramify.api.recording.Assignment;
import java.util.List;

/** The squared lengths of samples, as their units in a branch see them. */
public final class SampleLengths {

    /** Numbers that are read at a time. */
    private static final int BLOCK = 1 << 16;

    private final CentredSamples samples;
    private final double[] means;
    private final List<Run> runs;
    private final double[][] lengths;

    private SampleLengths(CentredSamples samples, Assignment branches) {
        this.samples = samples;
        this.means = samples.means();
        this.runs = Run.of(branches);
        this.lengths = new double[branches.branches().size()][samples.samples()];
    }

    /**
     * Compute {@code sum_i x[n][i]^2} over the centred units of each branch.
     *
     * @return {@code [branches][samples]}, also of samples that are left out
     */
    public static double[][] of(CentredSamples samples, Assignment branches) {
        SampleLengths all = new SampleLengths(samples, branches);
        int block = Math.max(1, BLOCK / samples.units());
        Cores.run(
                (samples.samples() + block - 1) / block,
                () -> new float[block * samples.units()],
                (most, each) -> all.read(each * block, most));
        return all.lengths;
    }

    private void read(int from, float[] most) {
        float[] rows = samples.recorded(from, most);
        for (int i = 0; i * means.length < rows.length; i++) {
            for (Run run : runs) {
                lengths[run.branch()][from + i] += squares(rows, i * means.length, run);
            }
        }
    }

    /** Four sums run side by side; one after another would wait for each addition. */
    private double squares(float[] rows, int row, Run run) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int unit = run.first();
        int end = unit + run.count();
        for (; unit + 3 < end; unit += 4) {
            double one = rows[row + unit] - means[unit];
            double two = rows[row + unit + 1] - means[unit + 1];
            double three = rows[row + unit + 2] - means[unit + 2];
            double four = rows[row + unit + 3] - means[unit + 3];
            a += one * one;
            b += two * two;
            c += three * three;
            d += four * four;
        }
        for (; unit < end; unit++) {
            double one = rows[row + unit] - means[unit];
            a += one * one;
        }
        return (a + b) + (c + d);
    }
}
