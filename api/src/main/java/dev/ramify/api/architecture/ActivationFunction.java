package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * What an {@link Activation} does to a value.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface ActivationFunction {

    /** Compute the function. */
    double value(double x);

    /** Compute the derivative; where there is none, that from the flatter side. */
    double derivative(double x);

    /** Tell whether a larger value never gives a smaller result, so that maxima stay maxima. */
    default boolean isMonotone() {
        return true;
    }

    /**
     * Check the parameters.
     *
     * @param layer whom to blame
     * @throws ArchitectureException if one is out of range
     */
    default void check(String layer) {}

    /** The rectifier, {@code max(0, x)}. */
    record Relu() implements ActivationFunction {

        @Override
        public double value(double x) {
            return Math.max(0, x);
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? 1 : 0;
        }
    }

    /**
     * The rectifier with a ceiling, {@code min(max(0, x), ceiling)}; 6 makes it ReLU6.
     *
     * @param ceiling the largest result, above 0
     */
    record ClippedRelu(@Default("6.0") double ceiling) implements ActivationFunction {

        @Override
        public double value(double x) {
            return Math.min(Math.max(0, x), ceiling);
        }

        @Override
        public double derivative(double x) {
            return x > 0 && x < ceiling ? 1 : 0;
        }

        @Override
        public void check(String layer) {
            Check.that(ceiling > 0, layer, "ceiling must be positive, found %s", ceiling);
        }
    }

    /**
     * The rectifier with a slope for negative values, {@code x > 0 ? x : slope * x} (Maas et al.
     * 2013).
     *
     * @param slope in [0, 1]
     */
    record LeakyRelu(@Default("0.01") double slope) implements ActivationFunction {

        @Override
        public double value(double x) {
            return x > 0 ? x : slope * x;
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? 1 : slope;
        }

        @Override
        public void check(String layer) {
            Check.that(slope >= 0 && slope <= 1, layer, "slope must be in [0, 1], found %s", slope);
        }
    }

    /** The logistic function, {@code 1 / (1 + exp(-x))}. */
    record Sigmoid() implements ActivationFunction {

        @Override
        public double value(double x) {
            return 1 / (1 + Math.exp(-x));
        }

        @Override
        public double derivative(double x) {
            double y = value(x);
            return y * (1 - y);
        }
    }

    /**
     * A piecewise linear sigmoid, {@code min(max(0, slope * x + offset), 1)}.
     *
     * @param slope above 0; 1/6 in PyTorch and MobileNetV3, 0.2 as ONNX and Keras have it by
     *     default
     * @param offset the result at 0
     */
    record HardSigmoid(@Default("0.16666666666666666") double slope, @Default("0.5") double offset)
            implements ActivationFunction {

        @Override
        public double value(double x) {
            return Math.min(Math.max(0, slope * x + offset), 1);
        }

        @Override
        public double derivative(double x) {
            double line = slope * x + offset;
            return line > 0 && line < 1 ? slope : 0;
        }

        @Override
        public void check(String layer) {
            Check.that(slope > 0, layer, "slope must be positive, found %s", slope);
        }
    }

    /** {@code x * sigmoid(x)}, also named swish (Elfwing et al. 2017, arXiv 1702.03118). */
    record Silu() implements ActivationFunction {

        @Override
        public double value(double x) {
            return x / (1 + Math.exp(-x));
        }

        @Override
        public double derivative(double x) {
            double sigmoid = 1 / (1 + Math.exp(-x));
            return sigmoid * (1 + x * (1 - sigmoid));
        }

        @Override
        public boolean isMonotone() {
            return false;
        }
    }

    /** {@code x * min(max(0, x / 6 + 1/2), 1)} (Howard et al. 2019, arXiv 1905.02244). */
    record HardSwish() implements ActivationFunction {

        private static final double REACH = 3;

        @Override
        public double value(double x) {
            return x * Math.min(Math.max(0, x + REACH), 2 * REACH) / (2 * REACH);
        }

        @Override
        public double derivative(double x) {
            if (x <= -REACH) {
                return 0;
            }
            return x >= REACH ? 1 : (2 * x + REACH) / (2 * REACH);
        }

        @Override
        public boolean isMonotone() {
            return false;
        }
    }

    /** The hyperbolic tangent. */
    record Tanh() implements ActivationFunction {

        @Override
        public double value(double x) {
            return Math.tanh(x);
        }

        @Override
        public double derivative(double x) {
            double y = Math.tanh(x);
            return 1 - y * y;
        }
    }
}
