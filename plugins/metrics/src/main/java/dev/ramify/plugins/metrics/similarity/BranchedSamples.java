package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.numeric.BranchProducts;
import dev.ramify.plugins.metrics.numeric.CentredSamples;
import dev.ramify.plugins.metrics.numeric.SampleLengths;

/**
 * Activations of a layer with its branches.
 *
 * @param samples less the mean of each unit
 * @param branches of the layer
 * @param norms the squared length of every sample in every branch {@code [branches][samples]}
 */
record BranchedSamples(CentredSamples samples, Assignment branches, double[][] norms) {

    static BranchedSamples of(CentredSamples samples, Assignment branches) {
        return new BranchedSamples(samples, branches, SampleLengths.of(samples, branches));
    }

    BranchProducts.Side side() {
        return new BranchProducts.Side(samples, branches);
    }
}
