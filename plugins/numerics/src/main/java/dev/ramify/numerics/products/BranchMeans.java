package dev.ramify.numerics.products;

import dev.ramify.api.recording.Assignment;

/** Averages a property of units over branches. */
public final class BranchMeans {

    private BranchMeans() {}

    /**
     * Average.
     *
     * @param values {@code [properties][units]}
     * @param counted for each unit whether it counts
     * @return {@code [branches][properties]}; {@code NaN} for a branch where no unit counts
     */
    public static double[][] of(double[][] values, boolean[] counted, Assignment assignment) {
        int[] sizes = sizes(counted, assignment);
        double[][] means = new double[sizes.length][values.length];
        for (int p = 0; p < values.length; p++) {
            for (int unit = 0; unit < counted.length; unit++) {
                if (counted[unit]) {
                    means[assignment.branchOf(unit)][p] += values[p][unit];
                }
            }
        }
        for (int b = 0; b < sizes.length; b++) {
            for (int p = 0; p < values.length; p++) {
                means[b][p] = sizes[b] == 0 ? Double.NaN : means[b][p] / sizes[b];
            }
        }
        return means;
    }

    /** Count the units of each branch that count. */
    public static int[] sizes(boolean[] counted, Assignment assignment) {
        int[] sizes = new int[assignment.branches().size()];
        for (int unit = 0; unit < counted.length; unit++) {
            sizes[assignment.branchOf(unit)] += counted[unit] ? 1 : 0;
        }
        return sizes;
    }

    /** Keep the rows of branches that have values. */
    public static double[][] present(double[][] means) {
        return java.util.Arrays.stream(means)
                .filter(row -> !Double.isNaN(row[0]))
                .toArray(double[][]::new);
    }
}
