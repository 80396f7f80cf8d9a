package dev.ramify.api.recording;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Activations of one layer: {@code float32[samples][units]}, read in blocks so that they may be
 * larger than memory.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Activations {

    /** Return the number of samples; 0 where no activations are known. */
    int samples();

    /** Return the number of units. */
    int units();

    /**
     * Copy a block.
     *
     * @param from first sample
     * @param into receives the values sample by sample: {@code into.length / units()} samples are
     *     read
     */
    void read(int from, float[] into);

    /** Copy all samples of some units, unit by unit: {@code float[units.length][samples]}. */
    default float[][] columns(int... units) {
        int width = units();
        int block = Math.max(1, (1 << 20) / Math.max(1, width));
        float[][] columns = new float[units.length][samples()];
        for (int from = 0; from < samples(); from += block) {
            float[] rows = new float[Math.min(block, samples() - from) * width];
            read(from, rows);
            for (int row = 0; row * width < rows.length; row++) {
                for (int u = 0; u < units.length; u++) {
                    columns[u][from + row] = rows[row * width + units[u]];
                }
            }
        }
        return columns;
    }

    /**
     * Stand for the activations of a layer of which only weights, branches or families are known.
     */
    static Activations none(int units) {
        return new NoActivations(units);
    }

    /** View an array of shape {@code [samples, units]}. */
    static Activations of(INDArray array) {
        return new ArrayActivations(array);
    }
}
