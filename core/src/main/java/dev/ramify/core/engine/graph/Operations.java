package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Relu;
import dev.ramify.api.architecture.Shape;
import java.util.ArrayList;
import java.util.List;

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
        if (layer instanceof Convolution convolution) {
            return convolve(
                    List.of(new Placed<>(convolution, path)), input, convolution.groups(), 0);
        }
        if (layer instanceof Dense dense) {
            return affine(List.of(new Placed<>(dense, path)), input, 1, 0);
        }
        if (layer instanceof BatchNormalization normalization) {
            return normalize(
                    List.of(new Placed<>(normalization, path)),
                    input,
                    List.of(input.shape().channels()));
        }
        return plain(layer, path, input);
    }

    /**
     * A layer in its place.
     *
     * @param layer what it is
     * @param path where it is
     */
    record Placed<L extends Layer>(L layer, String path) {}

    /** Add the operation of a layer without parameters, which does the same to every channel. */
    Value plain(Layer layer, String path, Value input) {
        Value output = value(path, layer.output(input.shape()));
        operations.add(plain(layer, path, input, output));
        return output;
    }

    private static Operation plain(Layer layer, String path, Value input, Value output) {
        if (layer instanceof Relu) {
            return new Operation.Rectify(path, input, output);
        }
        if (layer instanceof Pooling pooling) {
            return new Operation.Pool(
                    path,
                    input,
                    output,
                    pooling.kind(),
                    pooling.window(),
                    pooling.stride(),
                    pooling.padding());
        }
        if (layer instanceof GlobalAveragePooling) {
            return new Operation.GlobalAverage(path, input, output);
        }
        if (layer instanceof Dropout dropout) {
            return new Operation.Drop(path, input, output, dropout.rate());
        }
        if (layer instanceof Flatten) {
            return new Operation.Flatten(path, input, output);
        }
        if (layer instanceof ChannelShuffle shuffle) {
            return new Operation.Shuffle(path, input, output, shuffle.groups());
        }
        throw new IllegalStateException("no plain operation for layer " + layer);
    }

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
        Convolution whole =
                new Convolution(
                        first.name(),
                        filters,
                        first.kernel(),
                        first.stride(),
                        first.padding(),
                        groups,
                        first.bias());
        String path = layers.get(0).path();
        Value output = value(path, whole.output(input.shape()));
        operations.add(
                new Operation.Convolve(
                        path,
                        input,
                        output,
                        parameters.convolution(layers, input.shape().channels(), groups, joined),
                        parameters.convolutionBias(layers),
                        first.kernel(),
                        first.stride(),
                        first.padding(),
                        groups,
                        null,
                        false));
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
                        false));
        return output;
    }

    /**
     * Add one normalization for several layers.
     *
     * @param channels of each
     */
    Value normalize(List<Placed<BatchNormalization>> layers, Value input, List<Integer> channels) {
        BatchNormalization first = layers.get(0).layer();
        List<String> paths = layers.stream().map(Placed::path).toList();
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

    Value concatenate(String path, List<Value> inputs) {
        int channels = inputs.stream().mapToInt(each -> each.shape().channels()).sum();
        Value output = value(path + ":concat", inputs.get(0).shape().withChannels(channels));
        operations.add(new Operation.Concatenate(path, inputs, output));
        return output;
    }
}
