package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The operations of a graph while it is being built. */
final class Operations {

    private final List<Operation> operations = new ArrayList<>();
    private final Parameters parameters = new Parameters();
    private int values;

    List<Operation> operations() {
        return operations;
    }

    Value value(String name, Shape shape) {
        return new Value(values++, name, shape);
    }

    /** Add the operation of one layer. */
    Value layer(Layer layer, String path, Value input) {
        return layers(List.of(new Placed<>(layer, path)), input, List.of(channels(input)));
    }

    /**
     * Add one operation for layers side by side that are alike.
     *
     * @param widths numbers of channels of each, one after another in the input
     */
    Value layers(List<Placed<Layer>> layers, Value input, List<Integer> widths) {
        return layers.get(0).layer().accept(new LayerOperations(this, layers, input, widths));
    }

    static int channels(Value value) {
        return value.shape().channels();
    }

    /** Add an operation without parameters. */
    Value add(String path, Shape output, Function<Value, Operation> operation) {
        Value made = value(path, output);
        operations.add(operation.apply(made));
        return made;
    }

    /**
     * A layer in its place.
     *
     * @param layer what it is
     * @param path where it is
     */
    record Placed<L extends Layer>(L layer, String path) {}

    /**
     * Add one convolution for several layers that differ in width and bias alone.
     *
     * @param layers side by side
     * @param groups of channels
     * @param joined dimension of the weights along which the layers are joined: 0 gives each
     *     filters of its own, 1 sums their results
     */
    Value convolve(List<Placed<Convolution>> layers, Value input, int groups, int joined) {
        Convolution first = layers.get(0).layer();
        int filters =
                joined == 0
                        ? layers.stream().mapToInt(each -> each.layer().filters()).sum()
                        : first.filters();
        Convolution whole = first.withGroups(1).withUnits(filters).withGroups(groups);
        String path = layers.get(0).path();
        Value output = value(path, whole.output(input.shape()));
        operations.add(
                new Operation.Convolve(
                        path,
                        input,
                        output,
                        parameters.convolution(layers, input.shape().channels(), groups, joined),
                        parameters.convolutionBias(layers),
                        first.window(),
                        groups,
                        null,
                        null));
        return output;
    }

    /** Add one affine map for several layers; see {@link #convolve}. */
    Value affine(List<Placed<Dense>> layers, Value input, int groups, int joined) {
        int units =
                joined == 0
                        ? layers.stream().mapToInt(each -> each.layer().units()).sum()
                        : layers.get(0).layer().units();
        String path = layers.get(0).path();
        Value output = value(path, Shape.flat(units));
        operations.add(
                new Operation.Affine(
                        path,
                        input,
                        output,
                        parameters.dense(layers, input.shape().channels(), groups, joined),
                        parameters.denseBias(layers),
                        groups,
                        null));
        return output;
    }

    /**
     * Add one normalization for several layers.
     *
     * @param first one of them
     * @param paths of all
     * @param channels of each
     */
    Value normalize(
            BatchNormalization first, List<String> paths, Value input, List<Integer> channels) {
        Value output = value(paths.get(0), input.shape());
        operations.add(
                new Operation.Normalize(
                        paths.get(0),
                        input,
                        output,
                        parameters.perChannel(Parameter.Role.SCALE, paths, channels),
                        parameters.perChannel(Parameter.Role.SHIFT, paths, channels),
                        parameters.perChannel(Parameter.Role.RUNNING_MEAN, paths, channels),
                        parameters.perChannel(Parameter.Role.RUNNING_VARIANCE, paths, channels),
                        first.momentum(),
                        first.epsilon(),
                        null,
                        false));
        return output;
    }

    /**
     * Add one scale and shift for several layers.
     *
     * @param channels of each
     */
    Value scaleShift(List<String> paths, Value input, List<Integer> channels) {
        Value output = value(paths.get(0), input.shape());
        operations.add(
                new Operation.ScaleShift(
                        paths.get(0),
                        input,
                        output,
                        parameters.perChannel(Parameter.Role.SCALE, paths, channels),
                        parameters.perChannel(Parameter.Role.SHIFT, paths, channels)));
        return output;
    }

    /** Add one tap for the units of several layers. */
    Value tap(List<String> paths, Value input, boolean changes) {
        Value output = value(paths.get(0) + ":tap", input.shape());
        operations.add(new Operation.Tap(paths, input, output, changes));
        return output;
    }

    List<Value> fork(String path, Value input, int count) {
        List<Value> outputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outputs.add(value(path + ":fork" + i, input.shape()));
        }
        operations.add(new Operation.Fork(path, input, outputs));
        return outputs;
    }

    List<Value> split(String path, Value input, List<Integer> channels) {
        List<Value> outputs = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            outputs.add(value(path + ":split" + i, input.shape().withChannels(channels.get(i))));
        }
        operations.add(new Operation.Split(path, input, outputs));
        return outputs;
    }

    Value add(String path, List<Value> inputs) {
        Value output = value(path + ":sum", inputs.get(0).shape());
        operations.add(new Operation.Add(path, inputs, output));
        return output;
    }

    /** Multiply maps, or maps and vectors of one value per channel, one after another. */
    Value multiply(String path, List<Value> inputs) {
        List<Value> ordered = new ArrayList<>(inputs);
        ordered.sort(Comparator.comparing((Value each) -> each.shape().isFlat()));
        Value product = ordered.get(0);
        for (Value factor : ordered.subList(1, ordered.size())) {
            Value output = value(path + ":product", product.shape());
            operations.add(new Operation.Multiply(path, product, factor, output));
            product = output;
        }
        return product;
    }

    Value concatenate(String path, List<Value> inputs) {
        int channels = inputs.stream().mapToInt(each -> each.shape().channels()).sum();
        Value output = value(path + ":concat", inputs.get(0).shape().withChannels(channels));
        operations.add(new Operation.Concatenate(path, inputs, output));
        return output;
    }
}
