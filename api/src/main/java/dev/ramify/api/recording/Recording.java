package dev.ramify.api.recording;

import dev.ramify.api.data.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a network did with a set of samples.
 *
 * @param layers the recorded layers, in the order of the network
 * @param classes names of the classes
 * @param labels the class of every sample; empty if unknown
 * @param factors the known factors
 * @param levels the level of every sample in every factor: {@code int[factors][samples]}
 * @param inputDeviation the standard deviation that each input channel was divided by; ones if it
 *     was not; empty if no layer that was recorded sees the image
 * @param inputCovariance the covariance of the input channels over the pixels of the images, before
 *     they were divided: {@code [channels][channels]}; empty if unknown
 * @param replicates the groups that samples come in; null where each sample stands for itself
 * @param tokens the vocabulary id of every sample; empty where samples are no tokens
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Recording(
        List<LayerRecording> layers,
        List<String> classes,
        int[] labels,
        List<Factor> factors,
        int[][] levels,
        double[] inputDeviation,
        double[][] inputCovariance,
        @Nullable Groups replicates,
        int[] tokens) {

    public Recording {
        layers = List.copyOf(layers);
        classes = List.copyOf(classes);
        factors = List.copyOf(factors);
        if (levels.length != factors.size()) {
            throw new IllegalArgumentException(
                    "%d factors need as many rows of levels, found %d"
                            .formatted(factors.size(), levels.length));
        }
        for (LayerRecording layer : layers) {
            checkSamples("groups", replicates == null, lengthOf(replicates), layer);
            checkSamples("tokens", tokens.length == 0, tokens.length, layer);
            checkSamples("labels", labels.length == 0, labels.length, layer);
            for (int f = 0; f < levels.length; f++) {
                checkSamples(factors.get(f).name(), false, levels[f].length, layer);
            }
        }
    }

    /** Create a recording of samples each of which stands for itself. */
    public Recording(
            List<LayerRecording> layers,
            List<String> classes,
            int[] labels,
            List<Factor> factors,
            int[][] levels,
            double[] inputDeviation,
            double[][] inputCovariance) {
        this(
                layers,
                classes,
                labels,
                factors,
                levels,
                inputDeviation,
                inputCovariance,
                null,
                new int[0]);
    }

    /** Create a recording of images whose channels' covariance is not known. */
    public Recording(
            List<LayerRecording> layers,
            List<String> classes,
            int[] labels,
            List<Factor> factors,
            int[][] levels,
            double[] inputDeviation) {
        this(layers, classes, labels, factors, levels, inputDeviation, new double[0][]);
    }

    private static int lengthOf(@Nullable Groups groups) {
        return groups == null ? 0 : groups.of().length;
    }

    private static void checkSamples(
            String what, boolean unknown, int found, LayerRecording layer) {
        int samples = layer.activations().samples();
        if (!unknown && samples > 0 && found != samples) {
            throw new IllegalArgumentException(
                    "layer '%s' has activations of %d samples, but there are %d values of '%s'"
                            .formatted(layer.layer(), samples, found, what));
        }
    }

    /** Tell why samples cannot be divided by their classes; empty if they can. */
    public Optional<String> lackOfClasses() {
        if (labels.length == 0) {
            return Optional.of("the classes of the samples are not known");
        }
        return Arrays.stream(labels).anyMatch(label -> label != labels[0])
                ? Optional.empty()
                : Optional.of(
                        "all samples are of one class, '%s'; at least 2 classes are needed"
                                .formatted(classes.get(labels[0])));
    }

    /**
     * Tell whether the weights of a layer are filters over the channels of the images: it is the
     * first convolution that was recorded, and has an input for each channel. A grouped convolution
     * further up may have as many.
     */
    public boolean seesImage(LayerRecording layer) {
        return layers.stream()
                        .filter(Recording::isConvolution)
                        .findFirst()
                        .filter(first -> first.layer().equals(layer.layer()))
                        .isPresent()
                && isConvolution(layer)
                && layer.weights().orElseThrow().size(1) == inputDeviation.length;
    }

    private static boolean isConvolution(LayerRecording layer) {
        return layer.weights().filter(weights -> weights.rank() == 4).isPresent();
    }

    /** Return the same recording with other classes and levels of the samples. */
    public Recording withTruth(int[] otherLabels, int[][] otherLevels) {
        return new Recording(
                layers,
                classes,
                otherLabels,
                factors,
                otherLevels,
                inputDeviation,
                inputCovariance,
                replicates,
                tokens);
    }

    /** Return the same recording with samples in groups, or in other ones. */
    public Recording withGroups(Groups groups) {
        return new Recording(
                layers,
                classes,
                labels,
                factors,
                levels,
                inputDeviation,
                inputCovariance,
                groups,
                tokens);
    }

    /** Return the same recording with the vocabulary id of every sample. */
    public Recording withTokens(int[] ids) {
        return new Recording(
                layers,
                classes,
                labels,
                factors,
                levels,
                inputDeviation,
                inputCovariance,
                replicates,
                ids);
    }

    /** Return the groups that samples come in, where each does not stand for itself. */
    public Optional<Groups> groups() {
        return Optional.ofNullable(replicates);
    }

    /** Return the same recording with another version of one layer, found by its name. */
    public Recording withLayer(LayerRecording other) {
        List<LayerRecording> changed =
                layers.stream()
                        .map(each -> each.layer().equals(other.layer()) ? other : each)
                        .toList();
        return new Recording(
                changed,
                classes,
                labels,
                factors,
                levels,
                inputDeviation,
                inputCovariance,
                replicates,
                tokens);
    }

    /** Return the covariance of the input channels {@code [channels][channels]}, where known. */
    public Optional<double[][]> covariance() {
        return inputCovariance.length == 0 ? Optional.empty() : Optional.of(inputCovariance);
    }

    /** Return the number of samples; 0 where none is known. */
    public int samples() {
        int activated =
                layers.stream().mapToInt(each -> each.activations().samples()).max().orElse(0);
        int known = Math.max(labels.length, levels.length == 0 ? 0 : levels[0].length);
        return Math.max(activated, known);
    }

    /** Find a recorded layer. */
    public Optional<LayerRecording> layer(String name) {
        return layers.stream().filter(each -> each.layer().equals(name)).findFirst();
    }
}
