package dev.ramify.plugins.metrics.numeric;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads samples as arrays {@code [units, samples]} in Fortran's order, some units in each, without
 * samples that are left out. Cores read side by side, each no more at a time than its cache holds.
 */
final class Panels {

    /** Numbers that a core reads at a time: half a MiB. */
    private static final int CACHED = 1 << 17;

    private final boolean squared;
    private final double[] means;
    private final float[] offsets;

    private Panels(double[] means, boolean squared) {
        this.means = means;
        this.squared = squared;
        this.offsets = new float[means.length];
        for (int unit = 0; unit < offsets.length; unit++) {
            offsets[unit] = (float) means[unit];
        }
    }

    /**
     * Read.
     *
     * @param width units in each array; the last has what is left
     * @param squared whether to square the centred values
     * @param precise whether in double precision
     * @return no array where no sample is left
     */
    static INDArray[] of(
            CentredSamples samples,
            int from,
            int count,
            int width,
            boolean squared,
            boolean precise) {
        int[] places = new int[count + 1];
        for (int row = 0; row < count; row++) {
            places[row + 1] = places[row] + (samples.keeps(from + row) ? 1 : 0);
        }
        if (places[count] == 0) {
            return new INDArray[0];
        }
        int units = samples.units();
        INDArray[] panels = new INDArray[(units + width - 1) / width];
        for (int k = 0; k < panels.length; k++) {
            panels[k] =
                    Nd4j.createUninitialized(
                            precise ? DataType.DOUBLE : DataType.FLOAT,
                            new long[] {Math.min(width, units - k * width), places[count]},
                            'f');
        }
        Panels reader = new Panels(samples.means(), squared);
        int some = Math.max(1, CACHED / units);
        IntStream.range(0, (count + some - 1) / some)
                .parallel()
                .map(each -> each * some)
                .forEach(
                        row -> {
                            int rows = Math.min(some, count - row);
                            float[] values = samples.recorded(from + row, rows);
                            for (int k = 0; k < panels.length; k++) {
                                reader.fill(panels[k], k * width, values, places, row);
                            }
                        });
        return panels;
    }

    /**
     * Put samples into their places of one array, a whole one at once: one number at a time, the
     * library takes as long as for the product.
     *
     * @param values of all units, sample by sample
     * @param places of all rows; that of a row which is left out is the next one's
     * @param row of the first sample
     */
    private void fill(INDArray panel, int unit, float[] values, int[] places, int row) {
        int width = (int) panel.size(0);
        boolean precise = panel.dataType() == DataType.DOUBLE;
        DoubleBuffer doubles = precise ? panel.data().asNioDouble() : DoubleBuffer.allocate(0);
        FloatBuffer floats = precise ? FloatBuffer.allocate(0) : panel.data().asNioFloat();
        double[] wide = new double[precise ? width : 0];
        float[] narrow = new float[precise ? 0 : width];
        for (int i = 0; i * means.length < values.length; i++) {
            int place = places[row + i];
            if (places[row + i + 1] == place) {
                continue;
            }
            int at = i * means.length + unit;
            if (precise) {
                centre(values, at, unit, wide);
                doubles.position(place * width).put(wide);
            } else {
                centre(values, at, unit, narrow);
                floats.position(place * width).put(narrow);
            }
        }
    }

    private void centre(float[] values, int from, int unit, double[] sample) {
        for (int i = 0; i < sample.length; i++) {
            double value = values[from + i] - means[unit + i];
            sample[i] = squared ? value * value : value;
        }
    }

    /** All in single precision, which the compiler turns into vector instructions. */
    private void centre(float[] values, int from, int unit, float[] sample) {
        for (int i = 0; i < sample.length; i++) {
            sample[i] = values[from + i] - offsets[unit + i];
        }
        for (int i = 0; squared && i < sample.length; i++) {
            sample[i] *= sample[i];
        }
    }
}
