package dev.ramify.plugins.metrics.filter;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Floats;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The filters of a layer that sees the image, in units of its pixels: weights of standardized
 * channels are divided by the channel's standard deviation, and what no image can excite is taken
 * off ({@link VisibleColours}).
 *
 * @param weights {@code [units][channels][height * width]}
 * @param height of a filter
 * @param width of a filter
 * @param live for each unit whether its norm is at least 5 % of the median norm; the others carry
 *     no pattern
 * @param colours the directions in which images vary
 */
record FirstLayerFilters(
        double[][][] weights, int height, int width, boolean[] live, VisibleColours colours) {

    private static final double LEAST_NORM = 0.05;

    /** Squares and their sums stay finite. */
    private static final double LARGEST = 1e140;

    /**
     * Read the filters of a layer.
     *
     * @throws UndefinedMetricException if the layer does not see the image, or has no live filter
     */
    static FirstLayerFilters of(Recording recording, LayerRecording layer) {
        INDArray array = layer.weights().orElseThrow();
        double[] deviation = recording.inputDeviation();
        if (!recording.seesImage(layer)) {
            throw new UndefinedMetricException(whyBlind(layer, array, deviation.length));
        }
        int units = (int) array.size(0);
        int area = (int) (array.size(2) * array.size(3));
        float[] flat = Floats.of(array);
        double[][][] weights = new double[units][deviation.length][area];
        for (int i = 0; i < flat.length; i++) {
            int channel = i / area % deviation.length;
            int unit = i / area / deviation.length;
            double weight = flat[i] / deviation[channel];
            if (!(Math.abs(weight) <= LARGEST)) {
                throw new UndefinedMetricException(
                        "unit %d has the weight %s".formatted(unit, weight));
            }
            weights[unit][channel][i % area] = weight;
        }
        VisibleColours colours =
                recording
                        .covariance()
                        .map(VisibleColours::of)
                        .orElseGet(() -> VisibleColours.all(deviation.length));
        for (double[][] filter : weights) {
            colours.project(filter);
        }
        return new FirstLayerFilters(
                weights, (int) array.size(2), (int) array.size(3), live(weights), colours);
    }

    private static String whyBlind(LayerRecording layer, INDArray weights, int channels) {
        String shape = Arrays.toString(weights.shape());
        if (weights.rank() == 4 && weights.size(1) == channels) {
            return "layer '%s' is not the first convolution, so that its %d inputs are not the channels of the image"
                    .formatted(layer.layer(), channels);
        }
        return channels == 0
                ? "layer '%s' has weights of shape %s, and nothing says that it sees the image"
                        .formatted(layer.layer(), shape)
                : "layer '%s' has weights of shape %s; a convolution over the %d channels of the image is needed"
                        .formatted(layer.layer(), shape, channels);
    }

    private static boolean[] live(double[][][] weights) {
        double[] norms = Arrays.stream(weights).mapToDouble(FirstLayerFilters::norm).toArray();
        double[] sorted = norms.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        boolean[] live = new boolean[norms.length];
        boolean any = false;
        for (int unit = 0; unit < norms.length; unit++) {
            live[unit] = norms[unit] > 0 && norms[unit] >= LEAST_NORM * median;
            any |= live[unit];
        }
        if (!any) {
            throw new UndefinedMetricException("all %d filters are zero".formatted(norms.length));
        }
        return live;
    }

    private static double norm(double[][] filter) {
        double squares = 0;
        for (double[] channel : filter) {
            for (double weight : channel) {
                squares += weight * weight;
            }
        }
        return Math.sqrt(squares);
    }

    int units() {
        return weights.length;
    }

    int channels() {
        return weights[0].length;
    }
}
