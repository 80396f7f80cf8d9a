package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.numeric.CentredSamples;
import dev.ramify.plugins.metrics.numeric.Vectors;
import java.util.ArrayList;
import java.util.List;
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
    private static final int BLOCK = 1 << 16;

    private static final int FIRST = 0;
    private static final int COUNT = 1;
    private static final int BRANCH = 2;

    static BranchedSamples of(CentredSamples samples, Assignment branches) {
        int units = samples.units();
        double[][] norms = new double[branches.branches().size()][samples.samples()];
        List<int[]> runs = runs(branches);
        int block = Math.max(1, BLOCK / units);
        IntStream.range(0, (samples.samples() + block - 1) / block)
                .parallel()
                .map(each -> each * block)
                .forEach(
                        from -> {
                            int count = Math.min(block, samples.samples() - from);
                            double[] rows = samples.read(from, count);
                            for (int i = 0; i < count; i++) {
                                for (int[] run : runs) {
                                    norms[run[BRANCH]][from + i] +=
                                            Vectors.squares(
                                                    rows, i * units + run[FIRST], run[COUNT]);
                                }
                            }
                        });
        return new BranchedSamples(samples, branches, norms);
    }

    /** Find units in a row that are in the same branch: the first, how many, and the branch. */
    private static List<int[]> runs(Assignment branches) {
        List<int[]> runs = new ArrayList<>();
        int first = 0;
        for (int unit = 1; unit <= branches.units(); unit++) {
            int branch = branches.branchOf(first);
            if (unit == branches.units() || branches.branchOf(unit) != branch) {
                runs.add(new int[] {first, unit - first, branch});
                first = unit;
            }
        }
        return runs;
    }
}
