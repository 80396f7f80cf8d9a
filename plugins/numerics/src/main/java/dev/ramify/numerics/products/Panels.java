package dev.ramify.numerics.products;

import dev.ramify.numerics.Cores;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads samples into arrays {@code [units, samples]} in Fortran's order, some units in each,
 * without samples that are left out. Cores read side by side, each no more at a time than its cache
 * holds.
 *
 * <p>The arrays are filled anew for every block: memory outside the heap is costly to ask for.
 */
final class Panels implements AutoCloseable {

    /** Numbers that a core reads at a time: half a MiB. */
    private static final int CACHED = 1 << 17;

    private final CentredSamples samples;
    private final int width;
    private final boolean squared;
    private final double[] means;
    private final float[] offsets;
    private final SampleLengths lengths;
    private final List<INDArray> arrays = new ArrayList<>();

    /**
     * @param width units in each array; the last has what is left
     * @param squared whether to square the centred values
     * @param type single or double precision
     * @param most samples that are read at a time
     * @param lengths receives what is read, too
     */
    Panels(
            CentredSamples samples,
            int width,
            boolean squared,
            DataType type,
            int most,
            SampleLengths lengths) {
        this.lengths = lengths;
        this.samples = samples;
        this.width = width;
        this.squared = squared;
        this.means = samples.means();
        this.offsets = new float[means.length];
        for (int unit = 0; unit < offsets.length; unit++) {
            offsets[unit] = (float) means[unit];
        }
        try {
            for (int unit = 0; unit < means.length; unit += width) {
                long units = Math.min(width, means.length - unit);
                arrays.add(Nd4j.createUninitialized(type, new long[] {units, most}, 'f'));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Return the arrays, which hold in their first columns what was read last. */
    List<INDArray> arrays() {
        return arrays;
    }

    /**
     * Read.
     *
     * @return how many samples were not left out
     */
    int read(int from, int count) {
        int[] places = new int[count + 1];
        for (int row = 0; row < count; row++) {
            places[row + 1] = places[row] + (samples.keeps(from + row) ? 1 : 0);
        }
        int some = Math.max(1, CACHED / means.length);
        Cores.run(
                (count + some - 1) / some,
                () -> new float[Math.min(some, count) * means.length],
                (most, part) -> {
                    int row = part * some;
                    if (places[Math.min(count, row + some)] > places[row]) {
                        float[] values = samples.recorded(from + row, most);
                        for (int k = 0; k < arrays.size(); k++) {
                            fill(arrays.get(k), k * width, values, places, row, from);
                        }
                    }
                });
        return places[count];
    }

    /** Give the memory back at once rather than by the garbage collector. */
    @Override
    public void close() {
        for (INDArray array : arrays) {
            array.close();
        }
    }

    /**
     * Put samples into their places of one array, a whole one at once: one number at a time, the
     * library takes as long as for the product.
     *
     * @param values of all units, sample by sample; more than there are places for are not used
     * @param places of all rows; that of a row which is left out is the next one's
     * @param row of the first sample
     * @param from sample of the first row
     */
    private void fill(INDArray panel, int unit, float[] values, int[] places, int row, int from) {
        int own = (int) panel.size(0);
        boolean precise = panel.dataType() == DataType.DOUBLE;
        DoubleBuffer doubles = precise ? panel.data().asNioDouble() : DoubleBuffer.allocate(0);
        FloatBuffer floats = precise ? FloatBuffer.allocate(0) : panel.data().asNioFloat();
        double[] wide = new double[precise ? own : 0];
        float[] narrow = new float[precise ? 0 : own];
        int count = Math.min(values.length / means.length, places.length - 1 - row);
        for (int i = 0; i < count; i++) {
            int place = places[row + i];
            if (places[row + i + 1] == place) {
                continue;
            }
            int at = i * means.length + unit;
            if (precise) {
                centre(values, at, unit, wide);
                doubles.position(place * own).put(wide);
                lengths.add(from + row + i, unit, wide);
            } else {
                centre(values, at, unit, narrow);
                floats.position(place * own).put(narrow);
                lengths.add(from + row + i, unit, narrow);
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
