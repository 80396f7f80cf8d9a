package dev.ramify.plugins.metrics.family;

/**
 * Computes {@code I(family; branch) = H(family) + H(branch) - H(family, branch)} in bits. Margins
 * do not change between assignments, so only the last term is computed each time.
 */
final class MutualInformation implements Association {

    private final int total;

    /** {@code n log2 n} for every count there can be. */
    private final double[] nLogN;

    private final double familyEntropy;
    private final double branchEntropy;

    MutualInformation(FamilyCounts counts) {
        this.total = counts.total();
        this.nLogN = new double[total + 1];
        for (int n = 2; n < nLogN.length; n++) {
            nLogN[n] = n * Math.log(n) / Math.log(2);
        }
        this.familyEntropy = entropy(counts.ofFamilies());
        this.branchEntropy = entropy(counts.ofBranches());
    }

    private double entropy(int[] cells) {
        double sum = 0;
        for (int n : cells) {
            sum += nLogN[n];
        }
        return (nLogN[total] - sum) / total;
    }

    @Override
    public double of(int[] table) {
        return Math.max(0, familyEntropy + branchEntropy - entropy(table));
    }

    @Override
    public double ceiling() {
        return branchEntropy;
    }
}
