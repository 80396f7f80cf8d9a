package dev.ramify.core.engine;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchDropout;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelPermutation;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.LocalResponseNormalization;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.ScaleShift;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Softmax;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.architecture.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An independent forward pass in double precision, straight from the tree and the textbook
 * formulas, loop by loop.
 *
 * <p>Dropout is left out: tests give it rate 0.
 */
public final class NaiveNetwork {

    private final Architecture architecture;
    private final Map<String, double[]> parameters;
    private final boolean running;
    private final Change change;
    private Change ends = (path, batch) -> {};

    NaiveNetwork(Architecture architecture, Map<String, double[]> parameters) {
        this(architecture, parameters, false);
    }

    /**
     * @param running whether normalization is by running statistics
     */
    NaiveNetwork(Architecture architecture, Map<String, double[]> parameters, boolean running) {
        this(architecture, parameters, running, (path, batch) -> {});
    }

    /**
     * @param change what is done to what weighted layers give
     */
    public NaiveNetwork(
            Architecture architecture,
            Map<String, double[]> parameters,
            boolean running,
            Change change) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.running = running;
        this.change = change;
    }

    /** Look at, or change, what every node gives where it ends. */
    NaiveNetwork atEnds(Change hook) {
        ends = hook;
        return this;
    }

    /** Changes what a weighted layer gives, after its normalization and rectifier. */
    public interface Change {
        void apply(String path, Batch batch);
    }

    /** Values of all samples: {@code values[sample][channel * area + position]}. */
    public record Batch(Shape shape, double[][] values) {

        Batch like(Shape other) {
            return new Batch(other, new double[values.length][other.size()]);
        }
    }

    public double[][] logits(double[][] images) {
        return nodes(architecture.nodes(), new Batch(architecture.input(), images), "").values();
    }

    private Batch nodes(List<Node> nodes, Batch input, String scope) {
        Batch batch = input;
        for (int i = 0; i < nodes.size(); i++) {
            batch = node(nodes.get(i), batch, scope);
            if (nodes.get(i) instanceof WeightedLayer layer) {
                while (i + 1 < nodes.size()
                        && (nodes.get(i + 1) instanceof BatchNormalization
                                || nodes.get(i + 1) instanceof ScaleShift
                                || nodes.get(i + 1) instanceof Activation)) {
                    i++;
                    batch = node(nodes.get(i), batch, scope);
                }
                change.apply(scope.isEmpty() ? layer.name() : scope + "/" + layer.name(), batch);
            }
        }
        return batch;
    }

    private Batch node(Node node, Batch x, String scope) {
        String path = scope.isEmpty() ? node.name() : scope + "/" + node.name();
        Batch made = made(node, x, scope, path);
        Batch own = made.like(made.shape());
        for (int n = 0; n < own.values().length; n++) {
            System.arraycopy(made.values()[n], 0, own.values()[n], 0, own.values()[n].length);
        }
        ends.apply(path, own);
        return own;
    }

    private Batch made(Node node, Batch x, String scope, String path) {
        if (node instanceof Convolution convolution) {
            return convolve(convolution, x, path);
        } else if (node instanceof Dense dense) {
            return dense(dense, x, path);
        } else if (node instanceof BatchNormalization normalization) {
            return normalize(normalization, x, path);
        } else if (node instanceof Activation activation) {
            return map(x, value -> NaiveLayers.activate(activation.function(), value));
        } else if (node instanceof ScaleShift) {
            return NaiveLayers.scaleShift(
                    x, parameters.get(path + ":scale"), parameters.get(path + ":shift"));
        } else if (node instanceof LocalResponseNormalization normalization) {
            return NaiveLayers.localResponse(normalization, x);
        } else if (node instanceof Softmax) {
            return NaiveLayers.softmax(x);
        } else if (node instanceof ChannelPermutation permutation) {
            return NaiveLayers.permute(permutation, x);
        } else if (node instanceof BranchDropout) {
            return x;
        } else if (node instanceof Pooling pooling) {
            return pool(pooling, x);
        } else if (node instanceof GlobalAveragePooling) {
            return average(x);
        } else if (node instanceof Dropout) {
            return x;
        } else if (node instanceof Flatten) {
            return new Batch(Shape.flat(x.shape().size()), x.values());
        } else if (node instanceof ChannelShuffle shuffle) {
            return shuffle(shuffle, x);
        } else if (node instanceof Sequence sequence) {
            return nodes(sequence.nodes(), x, scope);
        } else if (node instanceof Residual residual) {
            return sum(
                    List.of(nodes(residual.body(), x, path), nodes(residual.shortcut(), x, path)));
        }
        return branches((Branches) node, x, path);
    }

    private Batch branches(Branches branches, Batch x, String path) {
        List<Batch> results = new ArrayList<>();
        int count = branches.branches().size();
        int per = x.shape().channels() / count;
        for (int b = 0; b < count; b++) {
            Branch branch = branches.branches().get(b);
            Batch seen = branches.input() == BranchInput.SHARED ? x : slice(x, b * per, per);
            results.add(nodes(branch.nodes(), seen, path + "/" + branch.name()));
        }
        if (branches.merge() instanceof Merge.Product) {
            return NaiveLayers.product(results);
        }
        return branches.merge().equals(Merge.SUM) ? sum(results) : concat(results);
    }

    private Batch convolve(Convolution layer, Batch x, String path) {
        Batch y = x.like(layer.output(x.shape()));
        double[] weight = parameters.get(path + ":weight");
        double[] bias = parameters.get(path + ":bias");
        Window window = layer.window();
        int height = window.size().height();
        int width = window.size().width();
        int in = x.shape().channels() / layer.groups();
        int perGroup = layer.filters() / layer.groups();
        for (int n = 0; n < x.values().length; n++) {
            for (int f = 0; f < layer.filters(); f++) {
                for (int row = 0; row < y.shape().height(); row++) {
                    for (int column = 0; column < y.shape().width(); column++) {
                        double sum = bias == null ? 0 : bias[f];
                        for (int c = 0; c < in; c++) {
                            for (int i = 0; i < height; i++) {
                                for (int j = 0; j < width; j++) {
                                    sum +=
                                            weight[((f * in + c) * height + i) * width + j]
                                                    * at(
                                                            x,
                                                            n,
                                                            f / perGroup * in + c,
                                                            row * window.stride().height()
                                                                    + i * window.dilation().height()
                                                                    - window.margins().top(),
                                                            column * window.stride().width()
                                                                    + j * window.dilation().width()
                                                                    - window.margins().left());
                                }
                            }
                        }
                        y.values()[n][(f * y.shape().height() + row) * y.shape().width() + column] =
                                sum;
                    }
                }
            }
        }
        return y;
    }

    private static double at(Batch x, int n, int channel, int row, int column) {
        Shape shape = x.shape();
        boolean inside = row >= 0 && column >= 0 && row < shape.height() && column < shape.width();
        return inside
                ? x.values()[n][(channel * shape.height() + row) * shape.width() + column]
                : 0;
    }

    private Batch dense(Dense layer, Batch x, String path) {
        Batch y = x.like(Shape.flat(layer.units()));
        double[] weight = parameters.get(path + ":weight");
        double[] bias = parameters.get(path + ":bias");
        int in = x.shape().channels();
        for (int n = 0; n < x.values().length; n++) {
            for (int u = 0; u < layer.units(); u++) {
                double sum = bias == null ? 0 : bias[u];
                for (int i = 0; i < in; i++) {
                    sum += weight[u * in + i] * x.values()[n][i];
                }
                y.values()[n][u] = sum;
            }
        }
        return y;
    }

    private Batch normalize(BatchNormalization layer, Batch x, String path) {
        Batch y = x.like(x.shape());
        int area = x.shape().area();
        for (int c = 0; c < x.shape().channels(); c++) {
            double sum = 0;
            double squares = 0;
            double count = (double) x.values().length * area;
            for (double[] sample : x.values()) {
                for (int i = 0; i < area; i++) {
                    sum += sample[c * area + i];
                }
            }
            for (double[] sample : x.values()) {
                for (int i = 0; i < area; i++) {
                    squares += Math.pow(sample[c * area + i] - sum / count, 2);
                }
            }
            double mean = running ? parameters.get(path + ":running-mean")[c] : sum / count;
            double variance =
                    running ? parameters.get(path + ":running-variance")[c] : squares / count;
            double deviation = Math.sqrt(variance + layer.epsilon());
            double scale = parameters.get(path + ":scale")[c];
            double shift = parameters.get(path + ":shift")[c];
            for (int n = 0; n < x.values().length; n++) {
                for (int i = 0; i < area; i++) {
                    y.values()[n][c * area + i] =
                            (x.values()[n][c * area + i] - mean) / deviation * scale + shift;
                }
            }
        }
        return y;
    }

    private static Batch pool(Pooling layer, Batch x) {
        Batch y = x.like(layer.output(x.shape()));
        Window window = layer.window();
        for (int n = 0; n < x.values().length; n++) {
            for (int at = 0; at < y.shape().size(); at++) {
                int column = at % y.shape().width();
                int row = at / y.shape().width() % y.shape().height();
                int channel = at / y.shape().area();
                double most = Double.NEGATIVE_INFINITY;
                double sum = 0;
                int count = 0;
                for (int i = 0; i < window.size().height(); i++) {
                    for (int j = 0; j < window.size().width(); j++) {
                        int r =
                                row * window.stride().height()
                                        + i * window.dilation().height()
                                        - window.margins().top();
                        int c =
                                column * window.stride().width()
                                        + j * window.dilation().width()
                                        - window.margins().left();
                        if (r >= 0 && c >= 0 && r < x.shape().height() && c < x.shape().width()) {
                            double value = at(x, n, channel, r, c);
                            most = Math.max(most, value);
                            sum += value;
                            count++;
                        } else if (layer.paddingCounted()
                                && r < x.shape().height() + window.margins().bottom()
                                && c < x.shape().width() + window.margins().right()) {
                            count++;
                        }
                    }
                }
                y.values()[n][at] = layer.kind() == Pooling.Kind.MAX ? most : sum / count;
            }
        }
        return y;
    }

    private static Batch average(Batch x) {
        Batch y = x.like(Shape.flat(x.shape().channels()));
        int area = x.shape().area();
        for (int n = 0; n < x.values().length; n++) {
            for (int i = 0; i < x.shape().size(); i++) {
                y.values()[n][i / area] += x.values()[n][i] / area;
            }
        }
        return y;
    }

    private static Batch shuffle(ChannelShuffle layer, Batch x) {
        Batch y = x.like(x.shape());
        int area = x.shape().area();
        int per = x.shape().channels() / layer.groups();
        for (int n = 0; n < x.values().length; n++) {
            for (int g = 0; g < layer.groups(); g++) {
                for (int j = 0; j < per; j++) {
                    System.arraycopy(
                            x.values()[n],
                            (g * per + j) * area,
                            y.values()[n],
                            (j * layer.groups() + g) * area,
                            area);
                }
            }
        }
        return y;
    }

    private static Batch slice(Batch x, int from, int channels) {
        Batch y = x.like(x.shape().withChannels(channels));
        for (int n = 0; n < x.values().length; n++) {
            System.arraycopy(
                    x.values()[n], from * x.shape().area(), y.values()[n], 0, y.shape().size());
        }
        return y;
    }

    private static Batch sum(List<Batch> parts) {
        Batch y = parts.get(0).like(parts.get(0).shape());
        for (Batch part : parts) {
            for (int n = 0; n < y.values().length; n++) {
                for (int i = 0; i < y.shape().size(); i++) {
                    y.values()[n][i] += part.values()[n][i];
                }
            }
        }
        return y;
    }

    private static Batch concat(List<Batch> parts) {
        int channels = parts.stream().mapToInt(part -> part.shape().channels()).sum();
        Batch y = parts.get(0).like(parts.get(0).shape().withChannels(channels));
        for (int n = 0; n < y.values().length; n++) {
            int at = 0;
            for (Batch part : parts) {
                System.arraycopy(part.values()[n], 0, y.values()[n], at, part.shape().size());
                at += part.shape().size();
            }
        }
        return y;
    }

    private static Batch map(Batch x, java.util.function.DoubleUnaryOperator function) {
        Batch y = x.like(x.shape());
        for (int n = 0; n < x.values().length; n++) {
            for (int i = 0; i < x.shape().size(); i++) {
                y.values()[n][i] = function.applyAsDouble(x.values()[n][i]);
            }
        }
        return y;
    }
}
