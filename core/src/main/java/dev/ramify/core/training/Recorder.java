package dev.ramify.core.training;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.engine.InferenceNetwork;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Records what the units of named layers do with a set of samples. Not thread-safe. */
public final class Recorder {

    private final Architecture architecture;
    private final InferenceNetwork network;
    private final Input input;
    private final Reduction reduction;

    /** How a unit's map becomes one number. */
    public enum Reduction {
        /** The mean over the map. */
        MEAN,
        /** The greatest value of the map. */
        MAX
    }

    /**
     * @param architecture that the network was compiled from
     * @param network observing the layers to record
     * @param input how images are prepared
     * @param reduction how maps become numbers
     */
    public Recorder(
            Architecture architecture, InferenceNetwork network, Input input, Reduction reduction) {
        this.architecture = architecture;
        this.network = network;
        this.input = input;
        this.reduction = reduction;
    }

    /**
     * Record.
     *
     * @param dataset that the samples are from
     * @param samples what the network is shown
     * @param parameters of the network, by name
     */
    public Recording record(Dataset dataset, Examples samples, Map<String, Named> parameters) {
        network.load(parameters);
        Map<String, float[]> activations = new HashMap<>();
        Map<Site, float[]> buffers = new HashMap<>();
        List<LayerView> views = views();
        for (LayerView view : views) {
            activations.put(view.name(), new float[samples.size() * view.units()]);
        }
        new Evaluator(network, input)
                .evaluate(
                        samples,
                        (from, count) ->
                                views.forEach(
                                        view -> {
                                            float[] rows = activations.get(view.name());
                                            if (rows != null) {
                                                collect(view, from, count, rows, buffers);
                                            }
                                        }));
        List<LayerRecording> layers = new ArrayList<>();
        for (LayerView view : views) {
            float[] rows = activations.getOrDefault(view.name(), new float[0]);
            INDArray array = Nd4j.create(rows, new long[] {samples.size(), view.units()}, 'c');
            layers.add(
                    new LayerRecording(
                            view.name(),
                            Assignment.of(view),
                            Activations.of(array),
                            filters(view, parameters)));
        }
        boolean image = recordsFirstConvolution(views);
        return new Recording(
                layers,
                dataset.classes(),
                labels(samples),
                dataset.factors(),
                levels(dataset, samples),
                image ? input.standardization().deviation() : new double[0],
                image ? ChannelCovariance.of(input.shape(), samples) : new double[0][]);
    }

    /** Tell whether the convolution that sees the image is among the recorded layers. */
    private boolean recordsFirstConvolution(List<LayerView> recorded) {
        return architecture.views().stream()
                .filter(
                        view ->
                                view.parts().stream()
                                        .anyMatch(part -> part.layer() instanceof Convolution))
                .findFirst()
                .filter(
                        first ->
                                recorded.stream()
                                        .anyMatch(view -> view.name().equals(first.name())))
                .isPresent();
    }

    private List<LayerView> views() {
        List<String> observed = network.sites().stream().map(Site::layer).toList();
        return architecture.views().stream()
                .filter(
                        view ->
                                view.parts().stream()
                                        .anyMatch(part -> observed.contains(part.path())))
                .toList();
    }

    private void collect(
            LayerView view, int from, int count, float[] rows, Map<Site, float[]> buffers) {
        int first = 0;
        for (PlacedLayer part : view.parts()) {
            Site site = Site.of(network.sites(), part.path());
            Shape shape = site.value().shape();
            float[] values =
                    buffers.computeIfAbsent(site, key -> new float[network.batch() * shape.size()]);
            network.read(site, values);
            for (int sample = 0; sample < count; sample++) {
                int row = (from + sample) * view.units() + first;
                for (int unit = 0; unit < site.units(); unit++) {
                    int at = (sample * shape.channels() + site.from() + unit) * shape.area();
                    rows[row + unit] = reduce(values, at, shape.area());
                }
            }
            first += site.units();
        }
    }

    private float reduce(float[] values, int from, int count) {
        double sum = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
            most = Math.max(most, values[i]);
        }
        return reduction == Reduction.MEAN ? (float) (sum / count) : most;
    }

    /** Join the weights of all parts, where each unit has equally many. */
    private static @Nullable INDArray filters(LayerView view, Map<String, Named> parameters) {
        List<Named> parts = new ArrayList<>();
        for (PlacedLayer part : view.parts()) {
            Named weights = parameters.get(part.path() + ":weight");
            if (weights == null) {
                return null;
            }
            parts.add(weights);
        }
        List<Long> shape = parts.get(0).shape().sizes();
        List<Long> perUnit = shape.subList(1, shape.size());
        if (parts.stream().anyMatch(part -> !tail(part).equals(perUnit))) {
            return null;
        }
        float[] all = new float[parts.stream().mapToInt(part -> part.values().length).sum()];
        int at = 0;
        for (Named part : parts) {
            System.arraycopy(part.values(), 0, all, at, part.values().length);
            at += part.values().length;
        }
        long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
        sizes[0] = view.units();
        return Nd4j.create(all, sizes, 'c').castTo(DataType.FLOAT);
    }

    private static List<Long> tail(Named array) {
        return array.shape().sizes().subList(1, array.shape().sizes().size());
    }

    private static int[] labels(Examples samples) {
        int[] labels = new int[samples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = samples.label(i);
        }
        return labels;
    }

    private static int[][] levels(Dataset dataset, Examples samples) {
        int[][] levels = new int[dataset.factors().size()][samples.size()];
        for (int factor = 0; factor < levels.length; factor++) {
            for (int i = 0; i < samples.size(); i++) {
                levels[factor][i] = samples.level(i, factor);
            }
        }
        return levels;
    }
}
