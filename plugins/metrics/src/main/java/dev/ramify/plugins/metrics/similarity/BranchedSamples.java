package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.numeric.CentredSamples;

/**
 * Activations of a layer with its branches.
 *
 * @param samples less the mean of each unit
 * @param branches of the layer
 * @param norms the squared length of every sample in every branch {@code [branches][samples]}
 */
record BranchedSamples(CentredSamples samples, Assignment branches, double[][] norms) {

    static BranchedSamples of(CentredSamples samples, Assignment branches) {
        int units = samples.units();
        double[][] norms = new double[branches.branches().size()][samples.samples()];
        int block = Math.max(1, (1 << 18) / units);
        for (int from = 0; from < samples.samples(); from += block) {
            int count = Math.min(block, samples.samples() - from);
            double[] rows = samples.read(from, count);
            for (int i = 0; i < count; i++) {
                for (int unit = 0; unit < units; unit++) {
                    double value = rows[i * units + unit];
                    norms[branches.branchOf(unit)][from + i] += value * value;
                }
            }
        }
        return new BranchedSamples(samples, branches, norms);
    }
}
