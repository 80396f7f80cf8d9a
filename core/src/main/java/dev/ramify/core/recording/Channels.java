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
    private static final int USUAL_CHANNELS = 3;

    /** Entries of a covariance may differ over the diagonal by rounding. */
    private static final double ROUNDING = 1e-4;

    /** Read both; what is wrong becomes a problem. */
    static Channels read(ArraySource source, Collection<LayerReader> layers) {
        double[] deviation = deviation(source, layers);
        return new Channels(deviation, covariance(source, deviation.length));
    }

    /**
     * Where nobody says by what channels were divided, the first convolution tells their number.
     */
    private static double[] deviation(ArraySource source, Collection<LayerReader> layers) {
        Optional<NpyHeader> header = source.header(INPUT_DEVIATION);
        if (header.isPresent() && header.get().shape().equals(List.of(0L))) {
            return new double[0];
        }
        Optional<double[]> given =
                source.numbers(INPUT_DEVIATION, "[channels]", 1)
                        .flatMap(each -> source.read(INPUT_DEVIATION))
                        .map(NpyArray::numbers);
        if (given.isPresent()) {
            if (DoubleStream.of(given.get()).anyMatch(each -> !(each > 0 && each < 1e300))) {
                source.problem(
                        INPUT_DEVIATION,
                        "%s; numbers above 0 are expected".formatted(shown(given.get())),
                        "give the standard deviation of each channel, or leave it out");
            }
            return given.get();
        }
        return ones(
                source.header(INPUT_COVARIANCE)
                        .map(each -> each.shape().isEmpty() ? 0 : each.shape().get(0).intValue())
                        .orElseGet(() -> supposed(source, layers)));
    }

    /** Three channels are those of colours; with another number nothing says what they are. */
    private static int supposed(ArraySource source, Collection<LayerReader> layers) {
        Optional<LayerReader> first =
                layers.stream().filter(reader -> reader.inputs().isPresent()).findFirst();
        if (first.isEmpty()) {
            return USUAL_CHANNELS;
        }
        int inputs = first.get().inputs().orElseThrow();
        boolean colours = inputs == USUAL_CHANNELS;
        source.note(
                first.get().weights(),
                colours
                        ? "its 3 inputs are taken for the channels of the image; input_deviation would say so"
                        : "nothing says that its %d inputs are the channels of an image, so that it is not measured as filters; input_deviation would say so"
                                .formatted(inputs));
        return colours ? USUAL_CHANNELS : 0;
    }

    private static double[] ones(int channels) {
        return DoubleStream.generate(() -> 1).limit(channels).toArray();
    }

    private static String shown(double[] values) {
        return Arrays.toString(Arrays.copyOf(values, Math.min(4, values.length)));
    }

    private static double[][] covariance(ArraySource source, int channels) {
        Optional<NpyHeader> header = source.numbers(INPUT_COVARIANCE, "[channels, channels]", 2);
        if (header.isEmpty()) {
            return new double[0][];
        }
        boolean square = header.get().shape().equals(List.of((long) channels, (long) channels));
        double[] flat =
                square
                        ? source.read(INPUT_COVARIANCE).map(NpyArray::numbers).orElse(new double[0])
                        : new double[0];
        if (!square || !DoubleStream.of(flat).allMatch(Double::isFinite)) {
            source.problem(
                    INPUT_COVARIANCE,
                    "shape %s; finite numbers for each pair of %d channels are expected"
                            .formatted(header.get().shape(), channels),
                    "give it for the channels of input_deviation, or leave it out");
            return new double[0][];
        }
        if (flat.length == 0) {
            return new double[0][];
        }
        double[][] rows = new double[channels][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(flat, row * channels, (row + 1) * channels));
        return even(source, rows);
    }

    /** Check that it is one of variables at all, and take off what rounding left. */
    private static double[][] even(ArraySource source, double[][] rows) {
        double[][] even = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double limit =
                        Math.sqrt(Math.max(0, rows[i][i])) * Math.sqrt(Math.max(0, rows[j][j]));
                if (Math.abs(rows[i][j] - rows[j][i]) > ROUNDING * limit
                        || Math.abs(rows[i][j]) > (1 + ROUNDING) * limit) {
                    source.problem(
                            INPUT_COVARIANCE,
                            "it is no covariance: %s and %s stand over the diagonal at %d and %d, between variances of %s and %s"
                                    .formatted(
                                            rows[i][j], rows[j][i], i, j, rows[i][i], rows[j][j]),
                            "give numpy.cov of the channels, or leave it out");
                    return new double[0][];
                }
                even[i][j] = rows[i][j] / 2 + rows[j][i] / 2;
            }
        }
        return even;
    }
}
