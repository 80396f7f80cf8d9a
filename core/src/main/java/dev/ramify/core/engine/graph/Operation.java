package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Window;
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

    /** Let a visitor see what kind of operation this is. */
    <R> R accept(OperationVisitor<R> visitor);

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

    /** An operation whose result may go through an activation function before it is written. */
    sealed interface Activated extends Unary {

        /** Return the function that the result goes through, after anything is added. */
        @Nullable ActivationFunction activation();

        /** Tell whether a function can follow that is part of the operation. */
        boolean takes(ActivationFunction function);

        /** Return the same with a result that goes through a function. */
        Activated activated(ActivationFunction function, Value output);
    }

    /** Convolutions and affine maps, whose weights a normalization of the result may join. */
    sealed interface Weighted extends Activated {

        Parameter weight();

        @Nullable Parameter bias();

        @Override
        default boolean takes(ActivationFunction function) {
            return true;
        }

        /** Return the same with another bias, and all that follows a normalization's result. */
        Weighted folded(Parameter bias, Normalize normalization);
    }

    /**
     * A convolution with weights {@code [out, in / groups, height, width]}.
     *
     * @param added what is added to the result, in inference alone; null for nothing
     */
    record Convolve(
            String name,
            Value input,
            Value output,
            Parameter weight,
            @Nullable Parameter bias,
            Window window,
            int groups,
            @Nullable Value added,
            @Nullable ActivationFunction activation)
            implements Weighted {

        /** Return the margins with what rounding adds at the end. */
        public Window.Margins margins() {
            return window.filled(input.shape());
        }

        @Override
        public Convolve activated(ActivationFunction function, Value output) {
            return with(bias, output, added, function);
        }

        @Override
        public Convolve folded(Parameter bias, Normalize normalization) {
            return with(
                    bias, normalization.output, normalization.added, normalization.activation());
        }

        Convolve adding(Value value, Value output) {
            return with(bias, output, value, activation);
        }

        private Convolve with(
                @Nullable Parameter bias,
                Value output,
                @Nullable Value added,
                @Nullable ActivationFunction activation) {
            return new Convolve(
                    name, input, output, weight, bias, window, groups, added, activation);
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

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.convolve(this);
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
            @Nullable ActivationFunction activation)
            implements Weighted {

        @Override
        public Affine activated(ActivationFunction function, Value output) {
            return with(bias, output, function);
        }

        @Override
        public Affine folded(Parameter bias, Normalize normalization) {
            return with(bias, normalization.output, normalization.activation());
        }

        private Affine with(
                @Nullable Parameter bias, Value output, @Nullable ActivationFunction activation) {
            return new Affine(name, input, output, weight, bias, groups, activation);
        }

        @Override
        public List<Parameter> parameters() {
            return listOf(weight, bias);
        }

        @Override
        public long macs() {
            return weight.shape().count();
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.affine(this);
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
            implements Activated {

        private static final ActivationFunction RELU = new ActivationFunction.Relu();

        @Override
        public @Nullable ActivationFunction activation() {
            return relu ? RELU : null;
        }

        @Override
        public boolean takes(ActivationFunction function) {
            return function.equals(RELU);
        }

        @Override
        public Normalize activated(ActivationFunction function, Value output) {
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

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.normalize(this);
        }
    }

    /** An activation function of every value. */
    record Activate(String name, Value input, Value output, ActivationFunction function)
            implements Unary {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.activate(this);
        }
    }

    /**
     * Maximum or average over windows.
     *
     * @param paddingCounted whether margins count as zeros in an average
     */
    record Pool(
            String name,
            Value input,
            Value output,
            Pooling.Kind kind,
            Window window,
            boolean paddingCounted)
            implements Unary {

        /** Return the margins with what rounding adds at the end. */
        public Window.Margins margins() {
            return window.filled(input.shape());
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.pool(this);
        }
    }

    /** Each value divided by the response of the channels around it. */
    record LocalResponse(
            String name, Value input, Value output, int size, double alpha, double beta, double k)
            implements Unary {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.localResponse(this);
        }
    }

    /** A trained scale and shift of each channel. */
    record ScaleShift(String name, Value input, Value output, Parameter scale, Parameter shift)
            implements Unary {

        @Override
        public List<Parameter> parameters() {
            return List.of(scale, shift);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.scaleShift(this);
        }
    }

    /** The softmax over the channels of each position. */
    record Softmax(String name, Value input, Value output) implements Unary {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.softmax(this);
        }
    }

    /** The mean of each channel over its map. */
    record GlobalAverage(String name, Value input, Value output) implements Unary {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.globalAverage(this);
        }
    }

    /**
     * Inverted dropout in training; the identity otherwise.
     *
     * @param blocks numbers of consecutive channels that are dropped together in a sample; empty
     *     where each value is dropped for itself
     */
    record Drop(String name, Value input, Value output, double rate, List<Integer> blocks)
            implements Unary {

        public Drop {
            blocks = List.copyOf(blocks);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /** A map read as a vector. */
    record Flatten(String name, Value input, Value output) implements Unary {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.flatten(this);
        }
    }

    /** Channels dealt out between groups. */
    record Shuffle(String name, Value input, Value output, int groups) implements Unary {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.shuffle(this);
        }
    }

    /** Channels in another order: output channel {@code c} is input channel {@code sources[c]}. */
    record Permute(String name, Value input, Value output, List<Integer> sources) implements Unary {

        public Permute {
            sources = List.copyOf(sources);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.permute(this);
        }
    }

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

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.tap(this);
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

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.fork(this);
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

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.split(this);
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

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.concatenate(this);
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

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.add(this);
        }
    }

    /**
     * The elementwise product of two values.
     *
     * @param factor may be a vector of one value per channel of {@code input}
     */
    record Multiply(String name, Value input, Value factor, Value output) implements Operation {

        /** Tell whether the factor has one value for each channel of a map. */
        public boolean byChannel() {
            return !factor.shape().equals(input.shape());
        }

        @Override
        public List<Value> inputs() {
            return List.of(input, factor);
        }

        @Override
        public List<Value> outputs() {
            return List.of(output);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.multiply(this);
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
