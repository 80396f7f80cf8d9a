package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Views;
import org.bytedeco.dnnl.memory;

/**
 * Sets gradients between groups that are computed together to zero.
 *
 * @param product with a mask
 * @param layout of the weights
 * @param maskAt where the mask lies in the derived array
 */
record Cleaning(Product product, BlockDiagonalLayout layout, long maskAt) {

    static Cleaning of(OneDnnDesign design, BlockDiagonalLayout layout) {
        // Weights in whatever blocks are long vectors to an elementwise product.
        memory.desc flat = Dnn.plain(1, layout.length());
        return new Cleaning(
                Product.of(design, flat, flat), layout, design.derivedRoom().take(layout.length()));
    }

    void bind(Bindings bindings, Script script, Place gradient) {
        Place mask = new Place(bindings.derived(), maskAt);
        layout.computed()
                .write(layout.mask(), Views.of(bindings.derived(), maskAt, layout.length()));
        script.backward(product.bind(bindings, gradient, mask, gradient));
    }
}
