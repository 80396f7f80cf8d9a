package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Pooling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a network's computation, differentiable with respect to its inputs and parameters.
 *
 * <p>Every value is the output of one operation, or the input of the network, and the input of at
 * most one operation: where several need it, a {@link Fork} stands between.
 */
public sealed interface Operation {

    /**
     * Return the name for people: the path of the layer, or of the container, that it came from.
     */
    String name();

    /** Return what it reads. */
    List<Value> inputs();

    /** Return what it makes. */
    List<Value> outputs();

    /** Return its trained arrays and kept statistics, in the order in which kernels take them. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Count the multiply-accumulates of one sample's forward pass, in products with weights. */
    default long macs() {
        return 0;
    }

    /** An operation from one value to one value. */
    sealed interface Unary extends Operation {
        Value input();

        Value output();

        @Override
        default List<Value> inputs() {
            return List.of(input());
        }

        @Override
        default List<Value> outputs() {
            return List.of(output());
        }
    }

    /** An operation whose result may be rectified before it is written. */
    sealed interface Rectifiable extends Unary {

        /** Tell whether the result is rectified, after anything is added. */
        boolean relu();

        /** Return the same with a rectified result. */
        Rectifiable rectified(Value output);
    }

    /** Convolutions and affine maps, whose weights a normalization of the result may join. */
    sealed interface Weighted extends Rectifiable {

        Parameter weight();

        @Nullable Parameter bias();

        /** Return the same with another bias, and all that follows a normalization's result. */
        Weighted folded(Parameter bias, Normalize normalization);
    }

    /**
     * A convolution with weights {@code [out, in / groups, kernel, kernel]}.
     *
     * @param added what is added to the result, in inference alone; null for nothing
     */
    record Convolve(
            String name,
            Value input,
            Value output,
            Parameter weight,
            @Nullable Parameter bias,
            int kernel,
            int stride,
            int padding,
            int groups,
            @Nullable Value added,
            boolean relu)
            implements Weighted {

        @Override
        public Convolve rectified(Value output) {
            return with(bias, output, added, true);
        }

        @Override
        public Convolve folded(Parameter bias, Normalize normalization) {
            return with(bias, normalization.output, normalization.added, normalization.relu);
        }

        Convolve adding(Value value, Value output) {
            return with(bias, output, value, relu);
        }

        private Convolve with(
                @Nullable Parameter bias, Value output, @Nullable Value added, boolean relu) {
            return new Convolve(
                    name, input, output, weight, bias, kernel, stride, padding, groups, added,
                    relu);
        }

        @Override
        public List<Value> inputs() {
            return listOf(input, added);
        }

        @Override
        public List<Parameter> parameters() {
            return listOf(weight, bias);
        }

        @Override
        public long macs() {
            return weight.shape().count() * output.shape().area();
        }
    }

    /**
     * An affine map of a vector with weights {@code [out, in / groups]}; output group {@code g}
     * sees input group {@code g} alone.
     */
    record Affine(
            String name,
            Value input,
            Value output,
            Parameter weight,
            @Nullable Parameter bias,
            int groups,
            boolean relu)
            implements Weighted {

        @Override
        public Affine rectified(Value output) {
            return with(bias, output, true);
        }

        @Override
        public Affine folded(Parameter bias, Normalize normalization) {
            return with(bias, normalization.output, normalization.relu);
        }

        private Affine with(@Nullable Parameter bias, Value output, boolean relu) {
            return new Affine(name, input, output, weight, bias, groups, relu);
        }

        @Override
        public List<Parameter> parameters() {
            return listOf(weight, bias);
        }

        @Override
        public long macs() {
            return weight.shape().count();
        }
    }

    /**
     * Batch normalization of each channel: by the batch's own mean and variance in training, by
     * running ones otherwise.
     *
     * @param added what is added to the result, in training and before rectification alone; null
     *     for nothing
     */
    record Normalize(
            String name,
            Value input,
            Value output,
            Parameter scale,
            Parameter shift,
            Parameter runningMean,
            Parameter runningVariance,
            double momentum,
            double epsilon,
            @Nullable Value added,
            boolean relu)
            implements Rectifiable {

        @Override
        public Normalize rectified(Value output) {
            return with(output, added, true);
        }

        Normalize adding(Value value, Value output) {
            return with(output, value, relu);
        }

        private Normalize with(Value output, @Nullable Value added, boolean relu) {
            return new Normalize(
                    name,
                    input,
                    output,
                    scale,
                    shift,
                    runningMean,
                    runningVariance,
                    momentum,
                    epsilon,
                    added,
                    relu);
        }

        @Override
        public List<Value> inputs() {
            return listOf(input, added);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(scale, shift, runningMean, runningVariance);
        }
    }

    /** The rectifier. */
    record Rectify(String name, Value input, Value output) implements Unary {}

    /** Maximum or average over windows. */
    record Pool(
            String name,
            Value input,
            Value output,
            Pooling.Kind kind,
            int window,
            int stride,
            int padding)
            implements Unary {}

    /** The mean of each channel over its map. */
    record GlobalAverage(String name, Value input, Value output) implements Unary {}

    /** Inverted dropout in training; the identity otherwise. */
    record Drop(String name, Value input, Value output, double rate) implements Unary {}

    /** A map read as a vector. */
    record Flatten(String name, Value input, Value output) implements Unary {}

    /** Channels dealt out between groups. */
    record Shuffle(String name, Value input, Value output, int groups) implements Unary {}

    /**
     * A place where values are read and gradients are read and added from outside; the identity
     * otherwise.
     *
     * @param paths of the layers whose units these are, in the order of their channels
     * @param changes whether values can be changed here on their way
     */
    record Tap(List<String> paths, Value input, Value output, boolean changes) implements Unary {

        public Tap {
            paths = List.copyOf(paths);
        }

        @Override
        public String name() {
            return paths.get(0);
        }
    }

    /** One value for several readers. */
    record Fork(String name, Value input, List<Value> outputs) implements Operation {

        public Fork {
            outputs = List.copyOf(outputs);
        }

        @Override
        public List<Value> inputs() {
            return List.of(input);
        }
    }

    /** Consecutive blocks of channels, one per output. */
    record Split(String name, Value input, List<Value> outputs) implements Operation {

        public Split {
            outputs = List.copyOf(outputs);
        }

        @Override
        public List<Value> inputs() {
            return List.of(input);
        }
    }

    /** Channels of all inputs, one after another. */
    record Concatenate(String name, List<Value> inputs, Value output) implements Operation {

        public Concatenate {
            inputs = List.copyOf(inputs);
        }

        @Override
        public List<Value> outputs() {
            return List.of(output);
        }
    }

    /** The elementwise sum of all inputs. */
    record Add(String name, List<Value> inputs, Value output) implements Operation {

        public Add {
            inputs = List.copyOf(inputs);
        }

        @Override
        public List<Value> outputs() {
            return List.of(output);
        }
    }

    private static <T> List<T> listOf(T first, @Nullable T second) {
        List<T> both = new ArrayList<>();
        both.add(first);
        if (second != null) {
            both.add(second);
        }
        return List.copyOf(both);
    }
}
