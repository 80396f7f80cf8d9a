package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.numeric.CentredSamples;
import java.util.stream.IntStream;

/**
 * Activations of a layer with its branches.
 *
 * @param samples less the mean of each unit
 * @param branches of the layer
 * @param norms the squared length of every sample in every branch {@code [branches][samples]}
 */
record BranchedSamples(CentredSamples samples, Assignment branches, double[][] norms) {

    /** Numbers that are read at a time. */
    private static final int BLOCK = 1 << 18;

    static BranchedSamples of(CentredSamples samples, Assignment branches) {
        int units = samples.units();
        double[][] norms = new double[branches.branches().size()][samples.samples()];
        int block = Math.max(1, BLOCK / units);
        IntStream.range(0, (samples.samples() + block - 1) / block)
                .parallel()
                .map(each -> each * block)
                .forEach(
                        from -> {
                            int count = Math.min(block, samples.samples() - from);
                            double[] rows = samples.read(from, count);
                            for (int i = 0; i < rows.length; i++) {
                                int branch = branches.branchOf(i % units);
                                norms[branch][from + i / units] += rows[i] * rows[i];
                            }
                        });
        return new BranchedSamples(samples, branches, norms);
    }
}
