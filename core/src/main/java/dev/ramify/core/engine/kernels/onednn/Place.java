package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where an array begins.
 *
 * @param array a vector
 * @param offset in floats from its beginning
 */
record Place(INDArray array, long offset) {

    static Place of(INDArray array) {
        return new Place(array, 0);
    }

    /** Return a place some floats further. */
    Place plus(long floats) {
        return new Place(array, offset + floats);
    }

    long address() {
        return Views.address(array) + offset * Float.BYTES;
    }
}
