package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.recording.Assignment;
import java.util.Arrays;

/**
 * Correlations of what is left of standardized units once the mean over their branch is regressed
 * out, from the plain correlations alone.
 *
 * <p>With {@code c_ib} the covariance of unit {@code i} with the mean of branch {@code b}, {@code
 * v_ab} that of two means, and {@code beta_i = c_ia / v_aa} for a unit of branch {@code a}, the
 * covariance of what is left of {@code i} and {@code j} in {@code b} is {@code r_ij - beta_j c_ib -
 * beta_i c_ja + beta_i beta_j v_ab}. A unit of which nothing is left, such as the only one of its
 * branch, has no pairs.
 */
final class PartialSizes implements PairSizes {

    private static final double NOTHING = 1e-9;

    private final double[][] correlations;
    private final boolean[] live;

    PartialSizes(Correlations correlations) {
        this.correlations = correlations.values();
        this.live = correlations.live();
    }

    @Override
    public Sums sums(Assignment assignment) {
        int branches = assignment.branches().size();
        int[][] members = new int[branches][];
        for (int b = 0; b < branches; b++) {
            members[b] = Arrays.stream(assignment.unitsOf(b)).filter(unit -> live[unit]).toArray();
        }
        double[][] withMean = withMeans(members);
        double[][] means = betweenMeans(members, withMean);
        double[] beta = new double[live.length];
        double[] scale = new double[live.length];
        for (int b = 0; b < branches; b++) {
            for (int unit : members[b]) {
                double own = withMean[b][unit];
                beta[unit] = means[b][b] > NOTHING ? own / means[b][b] : 0;
                double left = 1 - beta[unit] * own;
                scale[unit] = left > NOTHING ? 1 / Math.sqrt(left) : 0;
            }
        }
        return sums(members, withMean, means, beta, scale);
    }

    private Sums sums(
            int[][] members, double[][] withMean, double[][] means, double[] beta, double[] scale) {
        double[][] sizes = new double[members.length][members.length];
        double[][] pairs = new double[members.length][members.length];
        for (int a = 0; a < members.length; a++) {
            for (int b = a; b < members.length; b++) {
                double between = means[a][b];
                double sum = 0;
                double count = 0;
                for (int i : members[a]) {
                    double[] row = correlations[i];
                    double other = withMean[b][i];
                    double inner = 0;
                    for (int j : members[b]) {
                        double left =
                                row[j]
                                        - beta[j] * other
                                        - beta[i] * withMean[a][j]
                                        + beta[i] * beta[j] * between;
                        inner += i == j ? 0 : Math.abs(left) * scale[j];
                        count += i == j || scale[i] * scale[j] == 0 ? 0 : 1;
                    }
                    sum += inner * scale[i];
                }
                sizes[a][b] = sum;
                sizes[b][a] = sum;
                pairs[a][b] = count;
                pairs[b][a] = count;
            }
        }
        return new Sums(sizes, pairs);
    }

    /** Return the covariance of every unit with the mean of every branch. */
    private double[][] withMeans(int[][] members) {
        double[][] withMean = new double[members.length][live.length];
        for (int b = 0; b < members.length; b++) {
            for (int unit : members[b]) {
                double[] row = correlations[unit];
                for (int i = 0; i < row.length; i++) {
                    withMean[b][i] += row[i];
                }
            }
            for (int i = 0; i < live.length; i++) {
                withMean[b][i] /= Math.max(1, members[b].length);
            }
        }
        return withMean;
    }

    private static double[][] betweenMeans(int[][] members, double[][] withMean) {
        double[][] means = new double[members.length][members.length];
        for (int a = 0; a < members.length; a++) {
            for (int b = 0; b < members.length; b++) {
                for (int unit : members[a]) {
                    means[a][b] += withMean[b][unit] / members[a].length;
                }
            }
        }
        return means;
    }
}
