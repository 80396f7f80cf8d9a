package dev.ramify.api.recording;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies arrays to the heap as wholes; number by number, as the library does it, takes many times
 * as long.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Floats {

    private Floats() {}

    /** Copy all numbers of an array of any type, the last index running fastest. */
    public static float[] of(INDArray array) {
        boolean inOrder = array.ordering() == 'c' && !array.isView();
        INDArray ordered = inOrder ? array : array.dup('c');
        if (ordered.dataType() != DataType.FLOAT) {
            return ordered.data().asFloat();
        }
        float[] values = new float[Math.toIntExact(ordered.length())];
        ordered.data().asNioFloat().get(values);
        return values;
    }
}
