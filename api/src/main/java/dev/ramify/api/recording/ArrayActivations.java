package dev.ramify.api.recording;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Activations held in memory. */
record ArrayActivations(INDArray array) implements Activations {

    ArrayActivations {
        if (array.rank() != 2) {
            throw new IllegalArgumentException(
                    "activations are [samples, units], found an array of rank " + array.rank());
        }
    }

    @Override
    public int samples() {
        return Math.toIntExact(array.size(0));
    }

    @Override
    public int units() {
        return Math.toIntExact(array.size(1));
    }

    @Override
    public void read(int from, float[] into) {
        int count = into.length / units();
        float[] block =
                Floats.of(array.get(NDArrayIndex.interval(from, from + count), NDArrayIndex.all()));
        System.arraycopy(block, 0, into, 0, into.length);
    }
}
