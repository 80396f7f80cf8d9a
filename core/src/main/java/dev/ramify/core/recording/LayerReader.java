package dev.ramify.core.recording;

import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.ExpertRouting;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.core.array.ArrayFile;
import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.NpyHeader;
import dev.ramify.core.recording.LayerKey.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads one layer: first what it is, from headers and small arrays, then its values. */
final class LayerReader {

    private final String layer;
    private final ArraySource source;
    private final UnitLabels labels;
    private final Optional<NpyHeader> activations;
    private final Optional<NpyHeader> weights;
    private final Optional<NpyHeader> gates;
    private final ExpertsReader experts;

    LayerReader(String layer, ArraySource source, UnitTable table, Problems problems) {
        this.layer = layer;
        this.source = source;
        activations =
                source.numbers(
                        Part.ACTIVATIONS.of(layer),
                        "[samples, units] or [samples, units, height, width]",
                        2,
                        4);
        weights =
                source.numbers(
                        Part.WEIGHTS.of(layer),
                        "[units, inputs] or [units, inputs, height, width]",
                        2,
                        4);
        gates = source.numbers(Part.GATES.of(layer), "[samples, branches]", 2);
        experts = new ExpertsReader(layer, source);
        labels = new UnitLabels(layer, source, table, problems);
        checkUnits();
        checkGates();
        activations.ifPresent(
                header -> Axes.noteOdd(source, Part.ACTIVATIONS.of(layer), header, 1));
        weights.ifPresent(header -> Axes.noteOdd(source, Part.WEIGHTS.of(layer), header, 0));
    }

    /** Find, for every array that tells it, the number of samples. */
    Map<String, Long> samples() {
        Map<String, Long> samples = new LinkedHashMap<>();
        activations.ifPresent(
                header -> samples.put(Part.ACTIVATIONS.of(layer), header.shape().get(0)));
        gates.ifPresent(header -> samples.put(Part.GATES.of(layer), header.shape().get(0)));
        samples.putAll(experts.samples());
        return samples;
    }

    /** Return the key of the weights. */
    String weights() {
        return Part.WEIGHTS.of(layer);
    }

    /** Return the number of input channels of a convolution. */
    Optional<Integer> inputs() {
        return weights.filter(header -> header.shape().size() == 4)
                .map(header -> header.shape().get(1).intValue());
    }

    private void checkUnits() {
        Map<String, Long> found = new LinkedHashMap<>();
        activations.ifPresent(
                header -> found.put(Part.ACTIVATIONS.of(layer), header.shape().get(1)));
        weights.ifPresent(header -> found.put(Part.WEIGHTS.of(layer), header.shape().get(0)));
        labels.sizes().forEach(found::put);
        if (found.values().stream().distinct().count() > 1) {
            source.problem(
                    layer,
                    "the number of its units differs: "
                            + found.entrySet().stream()
                                    .map(each -> each.getKey() + " has " + each.getValue())
                                    .collect(Collectors.joining(", ")),
                    transposition(found).orElse("give arrays of the same units"));
        } else {
            labels.check(units());
        }
    }

    /** Arrays of TensorFlow and JAX have channels last, and weights the other way round. */
    private Optional<String> transposition(Map<String, Long> found) {
        return Stream.of(
                        activations.flatMap(
                                header ->
                                        Axes.ofActivations(
                                                Part.ACTIVATIONS.of(layer), header, found)),
                        weights.flatMap(
                                header -> Axes.ofWeights(Part.WEIGHTS.of(layer), header, found)))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other);
    }

    private void checkGates() {
        if (gates.isPresent()
                && labels.unbranched()
                && gates.get().shape().get(1) != units()
                && source.header(Part.BRANCHES.of(layer)).isEmpty()) {
            source.problem(
                    Part.GATES.of(layer),
                    "it has %d columns, but nothing says in which branch the %d units of the layer are"
                            .formatted(gates.get().shape().get(1), units()),
                    "give branches/%s, with a branch for each column".formatted(layer));
            return;
        }
        int branches = labels.branches().size();
        if (gates.isPresent() && !labels.unbranched() && gates.get().shape().get(1) != branches) {
            source.problem(
                    Part.GATES.of(layer),
                    "it has %d columns, but the layer has %d branches (%s)"
                            .formatted(
                                    gates.get().shape().get(1),
                                    branches,
                                    String.join(", ", labels.branches())),
                    "give a column for each branch, in the order of their numbers or names");
        }
    }

    /**
     * Read how deep the layer lies in its branches, the deepest of several numbers; 1 where that is
     * not told.
     */
    int depth() {
        String key = Part.DEPTH.of(layer);
        Optional<double[]> told = source.read(key).map(NpyArray::numbers);
        if (told.isEmpty() || told.get().length == 0) {
            return 1;
        }
        double deepest = Arrays.stream(told.get()).max().orElse(1);
        if (Arrays.stream(told.get()).anyMatch(each -> each != Math.rint(each) || each < 0)) {
            source.problem(
                    key,
                    "it holds %s; whole numbers from 0 are expected"
                            .formatted(Arrays.toString(told.get())),
                    "count the weighted layers from where the branches part: 1 for the first");
        }
        return (int) deepest;
    }

    private int units() {
        return activations
                .map(header -> header.shape().get(1))
                .or(() -> weights.map(header -> header.shape().get(0)))
                .or(() -> labels.sizes().values().stream().findFirst())
                .or(() -> gates.map(header -> header.shape().get(1)))
                .orElse(labels.least())
                .intValue();
    }

    /**
     * Read the values, once everything is known to be in order.
     *
     * @param archive null where there are no arrays
     */
    LayerRecording read(@Nullable ArrayFile archive) {
        if (experts.isPresent() && archive != null) {
            return routed(archive);
        }
        int units = units();
        LayerRecording recording =
                new LayerRecording(
                        layer,
                        assignment(units),
                        activations(archive, units),
                        array(Part.WEIGHTS, weights),
                        array(Part.GATES, gates));
        return labels.families(units).map(recording::withFamilies).orElse(recording);
    }

    /** An expert is a branch, of one unit where nothing tells of units. */
    private LayerRecording routed(ArrayFile archive) {
        List<String> names =
                labels.unbranched()
                        ? new Kinds(source).names(Part.BRANCH_NAMES.of(layer)).orElse(List.of())
                        : labels.branches();
        Optional<ExpertRouting> routing =
                experts.read(
                        archive,
                        gates.map(header -> header.shape().get(1).intValue())
                                .or(() -> Optional.of(names.size()).filter(size -> size > 0)));
        int count = routing.map(each -> each.use().experts()).orElse(names.size());
        boolean ofUnits = activations.isPresent() || weights.isPresent();
        if (labels.unbranched() && ofUnits && units() != count) {
            source.problem(
                    Part.EXPERTS.of(layer),
                    "the layer has %d units and %d experts, but nothing says which unit is of which expert"
                            .formatted(units(), count),
                    "give %s, or call the router by another name than its units"
                            .formatted(Part.BRANCHES.of(layer)));
            return unknown(count);
        }
        Assignment assignment =
                labels.unbranched()
                        ? ExpertLayers.assignment(
                                names.size() == count ? names : ExpertLayers.names(count))
                        : labels.assignment(units());
        if (assignment.branches().size() != count) {
            return unknown(count);
        }
        LayerRecording recording =
                new LayerRecording(
                        layer,
                        assignment,
                        activations(archive, assignment.units()),
                        array(Part.WEIGHTS, weights),
                        array(Part.GATES, gates));
        return routing.map(recording::withExperts).orElse(recording);
    }

    /** Stands for a layer of which a problem was told. */
    private LayerRecording unknown(int units) {
        return new LayerRecording(
                layer,
                ExpertLayers.assignment(ExpertLayers.names(units)),
                Activations.none(units),
                null);
    }

    /** A layer of which gates alone are known has one unit for each branch. */
    private Assignment assignment(int units) {
        return gates.isPresent() && labels.unbranched() && units == gates.get().shape().get(1)
                ? Assignment.of(UnitLabels.numbered(units), UnitLabels.range(units))
                : labels.assignment(units);
    }

    private Activations activations(@Nullable ArrayFile archive, int units) {
        if (activations.isEmpty() || archive == null) {
            return Activations.none(units);
        }
        String key = Part.ACTIVATIONS.of(layer);
        try {
            return ActivationsReader.read(archive, key, activations.get());
        } catch (ArrayFormatException e) {
            source.problem(key, e.reason(), e.remedyOr("write it anew with numpy.savez"));
        } catch (IOException e) {
            source.problem(
                    key,
                    String.valueOf(e.getMessage()),
                    "choose another folder with RAMIFY_OPTS=-Djava.io.tmpdir=FOLDER, or store"
                            + " arrays uncompressed as float32");
        }
        return Activations.none(units);
    }

    /** Whole numbers above 1 say which expert, not how much of a branch. */
    private void checkChoices(double[] numbers) {
        double most = DoubleStream.of(numbers).max().orElse(0);
        boolean whole = DoubleStream.of(numbers).allMatch(each -> each == Math.rint(each));
        if (whole && most > 1) {
            source.problem(
                    Part.GATES.of(layer),
                    "its values are whole numbers up to %.0f, which are choices of experts rather than gates"
                            .formatted(most),
                    "make gates of choices: numpy.eye(%.0f)[choices].mean(1)".formatted(most + 1));
        }
    }

    private @Nullable INDArray array(Part part, Optional<NpyHeader> header) {
        Optional<NpyArray> array =
                header.isEmpty() ? Optional.empty() : source.read(part.of(layer));
        if (array.isEmpty()) {
            return null;
        }
        List<Long> sizes = array.get().header().shape();
        double[] numbers = array.get().numbers();
        if (part == Part.GATES) {
            checkChoices(numbers);
        }
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return Nd4j.create(values, sizes.stream().mapToLong(Long::longValue).toArray(), 'c');
    }
}
