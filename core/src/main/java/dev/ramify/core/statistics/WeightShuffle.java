package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.Floats;
import dev.ramify.api.recording.LayerRecording;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Puts every connection of a layer, one weight or one kernel, in the place of another one.
 * Connections that are zero stay, so that masks and pruning do. Thread-safe.
 */
final class WeightShuffle {

    private final MetricInput input;
    private final long[] shape;
    private final int kernel;
    private final float[] values;

    /** The connections that are not zero. */
    private final int[] places;

    WeightShuffle(MetricInput input) {
        INDArray weights = input.layer().weights().orElseThrow();
        this.input = input;
        this.shape = weights.shape();
        this.kernel = Math.toIntExact(weights.length() / (shape[0] * shape[1]));
        this.values = Floats.of(weights);
        this.places =
                IntStream.range(0, values.length / kernel)
                        .filter(connection -> !isZero(connection * kernel))
                        .toArray();
    }

    private boolean isZero(int from) {
        for (int i = from; i < from + kernel; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Shuffle once. The weights of the result are a new array. */
    MetricInput draw(RandomGenerator random) {
        int[] order = places.clone();
        Shuffles.shuffle(order, random);
        float[] shuffled = new float[values.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(values, order[i] * kernel, shuffled, places[i] * kernel, kernel);
        }
        // All numbers are put at once: one by one, as the library does it, takes many times as
        // long.
        INDArray weights = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        weights.data().asNioFloat().put(shuffled);
        LayerRecording layer = input.layer().withWeights(weights);
        return input.with(input.recording().withLayer(layer), layer);
    }
}
