package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.recording.Floats;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The filters of a layer that sees the image, in units of its pixels: weights of standardized
 * channels are divided by the channel's standard deviation.
 *
 * @param filters {@code [units][channels][height * width]}
 * @param height of a filter
 * @param width of a filter
 * @param norms Euclidean norm of each filter
 * @param limit the value that is drawn at full strength, the same for all filters: the 99th
 *     percentile of their absolute weights
 */
record FilterBank(double[][][] filters, int height, int width, double[] norms, double limit) {

    /** Filters weaker than this share of the median norm carry no pattern. */
    static final double LEAST_NORM = 0.05;

    private static final double FULL_STRENGTH = 0.99;

    /** Tell whether a layer's filters see an image of that many channels. */
    static boolean sees(LayerRecording layer, int channels) {
        return layer.weights()
                .filter(weights -> weights.rank() == 4 && weights.size(1) == channels)
                .isPresent();
    }

    /** Read the filters, if the layer sees the image. */
    static Optional<FilterBank> of(Recording recording, LayerRecording layer, int channels) {
        return sees(layer, channels)
                ? layer.weights().map(weights -> read(weights, recording.inputDeviation()))
                : Optional.empty();
    }

    private static FilterBank read(INDArray weights, double[] deviation) {
        int units = (int) weights.size(0);
        int channels = (int) weights.size(1);
        int height = (int) weights.size(2);
        int width = (int) weights.size(3);
        float[] flat = Floats.of(weights);
        double[][][] filters = new double[units][channels][height * width];
        double[] norms = new double[units];
        double[] sizes = new double[flat.length];
        for (int i = 0; i < flat.length; i++) {
            int position = i % (height * width);
            int channel = i / (height * width) % channels;
            int unit = i / (height * width) / channels;
            double scale = channel < deviation.length ? deviation[channel] : 1;
            double value = Float.isFinite(flat[i]) ? flat[i] / scale : 0;
            filters[unit][channel][position] = value;
            norms[unit] += value * value;
            sizes[i] = Math.abs(value);
        }
        Arrays.setAll(norms, unit -> Math.sqrt(norms[unit]));
        Arrays.sort(sizes);
        double limit = sizes[(int) Math.min(sizes.length - 1, FULL_STRENGTH * sizes.length)];
        return new FilterBank(filters, height, width, norms, limit > 0 ? limit : 1);
    }

    int units() {
        return filters.length;
    }

    int channels() {
        return filters[0].length;
    }

    double medianNorm() {
        double[] sorted = norms.clone();
        Arrays.sort(sorted);
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    /** Tell whether a filter is too weak to carry a pattern. */
    boolean isNearZero(int unit) {
        return norms[unit] == 0 || norms[unit] < LEAST_NORM * medianNorm();
    }
}
