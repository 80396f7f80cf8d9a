package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.BranchDropout;
import dev.ramify.api.architecture.ChannelPermutation;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.LayerVisitor;
import dev.ramify.api.architecture.LocalResponseNormalization;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.ScaleShift;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Softmax;
import dev.ramify.core.engine.graph.Operations.Placed;
import java.util.List;

/** Adds the operation of each kind of layer, or one for several that lie side by side. */
final class LayerOperations implements LayerVisitor<Value> {

    private final Operations made;
    private final List<Placed<Layer>> layers;
    private final String path;
    private final Value input;
    private final List<Integer> widths;

    /**
     * @param layers alike, at least one; several only if they act on each channel alone
     * @param widths numbers of channels of each, one after another in the input
     */
    LayerOperations(
            Operations made, List<Placed<Layer>> layers, Value input, List<Integer> widths) {
        this.made = made;
        this.layers = layers;
        this.path = layers.get(0).path();
        this.input = input;
        this.widths = widths;
    }

    private Shape output(Layer layer) {
        return layer.output(input.shape());
    }

    @Override
    public Value convolution(Convolution layer) {
        return made.convolve(List.of(new Placed<>(layer, path)), input, layer.groups(), 0);
    }

    @Override
    public Value dense(Dense layer) {
        return made.affine(List.of(new Placed<>(layer, path)), input, 1, 0);
    }

    @Override
    public Value batchNormalization(BatchNormalization layer) {
        return made.normalize(layer, paths(), input, widths);
    }

    @Override
    public Value localResponseNormalization(LocalResponseNormalization layer) {
        return made.add(
                path,
                output(layer),
                output ->
                        new Operation.LocalResponse(
                                path,
                                input,
                                output,
                                layer.size(),
                                layer.alpha(),
                                layer.beta(),
                                layer.k()));
    }

    @Override
    public Value scaleShift(ScaleShift layer) {
        return made.scaleShift(paths(), input, widths);
    }

    private List<String> paths() {
        return layers.stream().map(Placed::path).toList();
    }

    @Override
    public Value activation(Activation layer) {
        return made.add(
                path,
                output(layer),
                output -> new Operation.Activate(path, input, output, layer.function()));
    }

    @Override
    public Value softmax(Softmax layer) {
        return made.add(path, output(layer), output -> new Operation.Softmax(path, input, output));
    }

    @Override
    public Value pooling(Pooling layer) {
        return made.add(
                path,
                output(layer),
                output ->
                        new Operation.Pool(
                                path,
                                input,
                                output,
                                layer.kind(),
                                layer.window(),
                                layer.paddingCounted()));
    }

    @Override
    public Value globalAveragePooling(GlobalAveragePooling layer) {
        return made.add(
                path, output(layer), output -> new Operation.GlobalAverage(path, input, output));
    }

    @Override
    public Value dropout(Dropout layer) {
        return made.add(
                path,
                output(layer),
                output -> new Operation.Drop(path, input, output, layer.rate(), List.of()));
    }

    @Override
    public Value branchDropout(BranchDropout layer) {
        return made.add(
                path,
                output(layer),
                output -> new Operation.Drop(path, input, output, layer.rate(), widths));
    }

    @Override
    public Value flatten(Flatten layer) {
        return made.add(path, output(layer), output -> new Operation.Flatten(path, input, output));
    }

    @Override
    public Value channelShuffle(ChannelShuffle layer) {
        return shuffle(output(layer), layer.groups());
    }

    private Value shuffle(Shape shape, int groups) {
        return made.add(path, shape, output -> new Operation.Shuffle(path, input, output, groups));
    }

    /**
     * A permutation that deals out equal groups is a shuffle, for which there are faster kernels.
     */
    @Override
    public Value channelPermutation(ChannelPermutation layer) {
        int channels = layer.sources().size();
        for (int groups = 1; groups <= channels; groups++) {
            if (channels % groups == 0 && isShuffle(layer.sources(), groups)) {
                return groups == 1 ? input : shuffle(output(layer), groups);
            }
        }
        return made.add(
                path,
                output(layer),
                output -> new Operation.Permute(path, input, output, layer.sources()));
    }

    private static boolean isShuffle(List<Integer> sources, int groups) {
        ChannelShuffle shuffle = new ChannelShuffle("shuffle", groups);
        for (int channel = 0; channel < sources.size(); channel++) {
            if (shuffle.source(channel, sources.size()) != sources.get(channel)) {
                return false;
            }
        }
        return true;
    }
}
