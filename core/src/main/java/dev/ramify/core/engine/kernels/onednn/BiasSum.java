package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Views;

/**
 * The gradient of biases: the sum over samples, as a product with ones.
 *
 * @param product of ones and the gradients of the units
 * @param samples number of ones
 * @param onesAt where they lie among what is derived
 */
record BiasSum(MatrixProduct product, long samples, long onesAt) {

    static BiasSum of(AffineMapDesign design) {
        long samples = design.request().samples();
        return new BiasSum(
                MatrixProduct.of(
                        design,
                        Dnn.plain(1, samples),
                        design.result(),
                        Dnn.plain(1, design.allUnits())),
                samples,
                design.derivedRoom().take(samples));
    }

    Call bind(Bindings bindings, Place change) {
        Views.of(bindings.derived(), onesAt, samples).assign(1);
        return product.bind(
                bindings,
                new Place(bindings.derived(), onesAt),
                change,
                AffineDesign.gradient(bindings, 1));
    }
}
