package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.branching.LayerRange;
import dev.ramify.api.branching.Nodes;
import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns each convolution into bottleneck paths that are summed. */
final class ConvolutionPaths {

    private final CardinalityOptions options;
    private final Shares shares;

    ConvolutionPaths(CardinalityOptions options) {
        this.options = options;
        this.shares = Shares.equal("branches", options.branches()).widened(options.bottleneck());
    }

    List<Node> split(LayerRange range) {
        List<Convolution> convolutions =
                range.weightedLayers().stream()
                        .filter(Convolution.class::isInstance)
                        .map(Convolution.class::cast)
                        .toList();
        if (convolutions.isEmpty()) {
            throw new InvalidOptionException(
                    "from",
                    "there is no residual block and no convolution from '%s' to '%s'"
                            .formatted(options.from(), options.to()));
        }
        shares.check(convolutions);
        return Nodes.map(
                range.nodes(),
                layer ->
                        List.of(
                                layer instanceof Convolution convolution
                                        ? paths(convolution)
                                        : layer));
    }

    private Branches paths(Convolution layer) {
        if (layer.groups() > 1) {
            throw new InvalidOptionException(
                    "from",
                    "the convolution '%s' has %d groups already and cannot become paths"
                            .formatted(layer.name(), layer.groups()));
        }
        List<Branch> paths =
                IntStream.range(0, shares.branches())
                        .mapToObj(b -> new Branch(IsolatedBranches.nameOf(b), path(layer, b)))
                        .toList();
        return Branches.of(layer.name() + "-paths", paths, Merge.SUM);
    }

    private List<Node> path(Convolution layer, int branch) {
        String name = layer.name();
        int width = shares.units(layer, branch);
        boolean summedBias = layer.bias() && branch == 0;
        List<Node> path = new ArrayList<>();
        addActivated(path, pointwise(name + "-in", width, layer.bias()));
        addActivated(path, layer.withUnits(width));
        path.add(pointwise(name + "-out", layer.filters(), summedBias));
        return path;
    }

    private static void addActivated(List<Node> path, Convolution layer) {
        path.add(layer);
        if (!layer.bias()) {
            path.add(BatchNormalization.named(layer.name() + "-bn"));
        }
        path.add(Activation.relu(layer.name() + "-relu"));
    }

    private static Convolution pointwise(String name, int filters, boolean bias) {
        return Convolution.same(name, filters, 1).withBias(bias);
    }
}
