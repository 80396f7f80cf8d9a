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
import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.graph.Parameter.Role;
import java.util.ArrayList;
import java.util.List;

/** The operations of a graph while it is being built, with numbers for values and parameters. */
final class Operations {

    private final List<Operation> operations = new ArrayList<>();
    private int values;
    private int parameters;

    List<Operation> operations() {
        return operations;
    }

    Value value(String name, Shape shape) {
        return new Value(values++, name, shape);
    }

    Value layer(Layer layer, String path, Value input) {
        Value output = value(path, layer.output(input.shape()));
        operations.add(operation(layer, path, input, output));
        return output;
    }

    private Operation operation(Layer layer, String path, Value input, Value output) {
        if (layer instanceof Convolution convolution) {
            return convolve(convolution, path, input, output);
        }
        if (layer instanceof Dense dense) {
            return affine(dense, path, input, output);
        }
        if (layer instanceof BatchNormalization normalization) {
            return normalize(normalization, path, input, output);
        }
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
        throw new IllegalStateException("no operation for layer " + layer);
    }

    private Operation convolve(Convolution layer, String path, Value input, Value output) {
        long in = input.shape().channels() / layer.groups();
        return new Operation.Convolve(
                path,
                input,
                output,
                parameter(path, Role.WEIGHT, layer.filters(), in, layer.kernel(), layer.kernel()),
                layer.bias() ? parameter(path, Role.BIAS, layer.filters()) : null,
                layer.kernel(),
                layer.stride(),
                layer.padding(),
                layer.groups(),
                false);
    }

    private Operation affine(Dense layer, String path, Value input, Value output) {
        return new Operation.Affine(
                path,
                input,
                output,
                parameter(path, Role.WEIGHT, layer.units(), input.shape().channels()),
                layer.bias() ? parameter(path, Role.BIAS, layer.units()) : null,
                1,
                false);
    }

    private Operation normalize(BatchNormalization layer, String path, Value input, Value output) {
        long channels = input.shape().channels();
        return new Operation.Normalize(
                path,
                input,
                output,
                parameter(path, Role.SCALE, channels),
                parameter(path, Role.SHIFT, channels),
                parameter(path, Role.RUNNING_MEAN, channels),
                parameter(path, Role.RUNNING_VARIANCE, channels),
                layer.momentum(),
                layer.epsilon(),
                false);
    }

    private Parameter parameter(String layer, Role role, long... sizes) {
        Dimensions shape = Dimensions.of(sizes);
        return new Parameter(
                parameters++, role, shape, List.of(new Parameter.Piece(layer, shape, 0, 0)));
    }

    Value mask(String path, Value input) {
        Value output = value(path + ":mask", input.shape());
        Parameter factors = parameter(path, Role.MASK, input.shape().channels());
        operations.add(new Operation.Mask(path, input, output, factors));
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

    List<Value> split(String path, Value input, int count) {
        Shape part = input.shape().withChannels(input.shape().channels() / count);
        List<Value> outputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outputs.add(value(path + ":split" + i, part));
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
