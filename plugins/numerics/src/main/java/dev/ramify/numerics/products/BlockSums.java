package dev.ramify.numerics.products;

import dev.ramify.api.recording.Assignment;

/** Sums a symmetric matrix over pairs of branches, fast enough for thousands of assignments. */
public final class BlockSums {

    private BlockSums() {}

    /**
     * Sum.
     *
     * @param matrix {@code [units][units]}
     * @return {@code [branches][branches]}: the sum over all pairs of a unit of one branch and a
     *     unit of another; units are paired with themselves, too
     */
    public static double[][] of(double[][] matrix, Assignment assignment) {
        int branches = assignment.branches().size();
        int units = matrix.length;
        // Whole rows are added up first: that runs through memory in order.
        double[][] rows = new double[branches][units];
        for (int unit = 0; unit < units; unit++) {
            add(matrix[unit], rows[assignment.branchOf(unit)]);
        }
        double[][] sums = new double[branches][branches];
        for (int b = 0; b < branches; b++) {
            for (int unit = 0; unit < units; unit++) {
                sums[b][assignment.branchOf(unit)] += rows[b][unit];
            }
        }
        return sums;
    }

    private static void add(double[] row, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += row[i];
        }
    }
}
