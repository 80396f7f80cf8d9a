package dev.ramify.core.recording;

import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.NpyHeader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What is known of the channels of the images.
 *
 * @param deviation by which each was divided; ones where nobody says
 * @param covariance of them {@code [channels][channels]}; empty if unknown
 */
record Channels(double[] deviation, double[][] covariance) {

    static final String INPUT_DEVIATION = "input_deviation";
    static final String INPUT_COVARIANCE = "input_covariance";
    private static final int MOST_IMAGE_CHANNELS = 4;
    private static final int USUAL_CHANNELS = 3;

    /** Read both; what is wrong becomes a problem. */
    static Channels read(ArraySource source, Collection<LayerReader> layers) {
        double[] deviation = deviation(source, layers);
        return new Channels(deviation, covariance(source, deviation.length));
    }

    /** Take ones where nobody says by what channels were divided. */
    private static double[] deviation(ArraySource source, Collection<LayerReader> layers) {
        Optional<double[]> given =
                source.numbers(INPUT_DEVIATION, "[channels]", 1)
                        .flatMap(header -> source.read(INPUT_DEVIATION))
                        .map(NpyArray::numbers);
        if (given.isPresent()) {
            if (DoubleStream.of(given.get()).anyMatch(each -> !(each > 0 && each < 1e300))) {
                source.problem(
                        INPUT_DEVIATION,
                        "%s; numbers above 0 are expected".formatted(Arrays.toString(given.get())),
                        "give the standard deviation of each channel, or leave it out");
            }
            return given.get();
        }
        int channels =
                layers.stream()
                        .flatMap(reader -> reader.inputs().stream())
                        .findFirst()
                        .filter(inputs -> inputs <= MOST_IMAGE_CHANNELS)
                        .orElse(USUAL_CHANNELS);
        return DoubleStream.generate(() -> 1).limit(channels).toArray();
    }

    private static double[][] covariance(ArraySource source, int channels) {
        Optional<NpyHeader> header = source.numbers(INPUT_COVARIANCE, "[channels, channels]", 2);
        if (header.isEmpty()) {
            return new double[0][];
        }
        double[] flat = source.read(INPUT_COVARIANCE).map(NpyArray::numbers).orElse(new double[0]);
        boolean square = header.get().shape().equals(List.of((long) channels, (long) channels));
        if (!square || !Double.isFinite(DoubleStream.of(flat).sum())) {
            source.problem(
                    INPUT_COVARIANCE,
                    "shape %s; finite numbers for each pair of %d channels are expected"
                            .formatted(header.get().shape(), channels),
                    "give it for the channels of input_deviation, or leave it out");
            return new double[0][];
        }
        double[][] rows = new double[channels][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(flat, row * channels, (row + 1) * channels));
        return rows;
    }
}
