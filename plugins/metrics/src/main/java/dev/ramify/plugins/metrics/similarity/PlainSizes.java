package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.products.BlockSums;
import dev.ramify.numerics.products.BranchMeans;

/** Correlations as they are. */
final class PlainSizes implements PairSizes {

    private final double[][] sizes;
    private final boolean[] live;

    PlainSizes(Correlations correlations) {
        this.sizes = correlations.sizes();
        this.live = correlations.live();
    }

    @Override
    public Sums sums(Assignment assignment) {
        int[] units = BranchMeans.sizes(live, assignment);
        double[][] pairs = new double[units.length][units.length];
        for (int a = 0; a < units.length; a++) {
            for (int b = 0; b < units.length; b++) {
                pairs[a][b] = (double) units[a] * (units[b] - (a == b ? 1 : 0));
            }
        }
        return new Sums(BlockSums.of(sizes, assignment), pairs);
    }
}
