package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * A layer in its place in an architecture.
 *
 * @param path names of all containers that open a scope and of the layer, joined by {@code /};
 *     unique
 * @param branch names of the enclosing branches and residual blocks, outermost first, joined by
 *     {@code /}; empty on the trunk
 * @param layer the layer
 * @param input shape that it takes
 * @param output shape that it gives
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PlacedLayer(String path, String branch, Layer layer, Shape input, Shape output) {

    /** Count parameters and multiply-accumulates of this layer. */
    public Cost cost() {
        return new Cost(layer.parameters(input), layer.macs(input));
    }
}
