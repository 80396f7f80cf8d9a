package dev.ramify.core.engine;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.ChannelPermutation;
import dev.ramify.api.architecture.LocalResponseNormalization;
import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.NaiveNetwork.Batch;
import java.util.List;

/** Layers without windows, by their textbook formulas, value by value. */
final class NaiveLayers {

    private NaiveLayers() {}

    static double activate(ActivationFunction function, double x) {
        if (function instanceof ActivationFunction.Relu) {
            return x < 0 ? 0 : x;
        } else if (function instanceof ActivationFunction.ClippedRelu clipped) {
            return x < 0 ? 0 : x > clipped.ceiling() ? clipped.ceiling() : x;
        } else if (function instanceof ActivationFunction.LeakyRelu leaky) {
            return x < 0 ? leaky.slope() * x : x;
        } else if (function instanceof ActivationFunction.Sigmoid) {
            return (1 + Math.tanh(x / 2)) / 2;
        } else if (function instanceof ActivationFunction.HardSigmoid hard) {
            return clip(hard.slope() * x + hard.offset());
        } else if (function instanceof ActivationFunction.Silu) {
            return x * (1 + Math.tanh(x / 2)) / 2;
        } else if (function instanceof ActivationFunction.HardSwish) {
            return x * clip(x / 6 + 0.5);
        } else if (function instanceof ActivationFunction.Tanh) {
            return (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1);
        }
        throw new IllegalArgumentException("no formula for " + function);
    }

    private static double clip(double x) {
        return Math.max(0, Math.min(1, x));
    }

    static Batch scaleShift(Batch x, double[] scale, double[] shift) {
        Batch y = x.like(x.shape());
        int area = x.shape().area();
        for (int n = 0; n < x.values().length; n++) {
            for (int i = 0; i < x.shape().size(); i++) {
                y.values()[n][i] = scale[i / area] * x.values()[n][i] + shift[i / area];
            }
        }
        return y;
    }

    static Batch localResponse(LocalResponseNormalization layer, Batch x) {
        Batch y = x.like(x.shape());
        int area = x.shape().area();
        int channels = x.shape().channels();
        for (int n = 0; n < x.values().length; n++) {
            double[] values = x.values()[n];
            for (int i = 0; i < values.length; i++) {
                int channel = i / area;
                double squares = 0;
                for (int j = 0; j < layer.size(); j++) {
                    int other = channel - (layer.size() - 1) / 2 + j;
                    if (other >= 0 && other < channels) {
                        squares += Math.pow(values[other * area + i % area], 2);
                    }
                }
                double response = layer.k() + layer.alpha() / layer.size() * squares;
                y.values()[n][i] = values[i] / Math.pow(response, layer.beta());
            }
        }
        return y;
    }

    static Batch softmax(Batch x) {
        Batch y = x.like(x.shape());
        int area = x.shape().area();
        int channels = x.shape().channels();
        for (int n = 0; n < x.values().length; n++) {
            for (int at = 0; at < area; at++) {
                double sum = 0;
                for (int c = 0; c < channels; c++) {
                    sum += Math.exp(x.values()[n][c * area + at]);
                }
                for (int c = 0; c < channels; c++) {
                    y.values()[n][c * area + at] = Math.exp(x.values()[n][c * area + at]) / sum;
                }
            }
        }
        return y;
    }

    static Batch permute(ChannelPermutation layer, Batch x) {
        Batch y = x.like(x.shape());
        int area = x.shape().area();
        for (int n = 0; n < x.values().length; n++) {
            for (int i = 0; i < x.shape().size(); i++) {
                int source = layer.sources().get(i / area);
                y.values()[n][i] = x.values()[n][source * area + i % area];
            }
        }
        return y;
    }

    static Batch product(List<Batch> parts) {
        Shape largest = parts.get(0).shape();
        for (Batch part : parts) {
            largest = part.shape().size() > largest.size() ? part.shape() : largest;
        }
        Batch y = parts.get(0).like(largest);
        for (int n = 0; n < y.values().length; n++) {
            for (int i = 0; i < largest.size(); i++) {
                double product = 1;
                for (Batch part : parts) {
                    boolean vector = part.shape().isFlat();
                    product *= part.values()[n][vector ? i / largest.area() : i];
                }
                y.values()[n][i] = product;
            }
        }
        return y;
    }
}
