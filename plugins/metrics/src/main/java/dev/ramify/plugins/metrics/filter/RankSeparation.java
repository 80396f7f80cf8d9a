package dev.ramify.plugins.metrics.filter;

import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * How well ranks of a property tell branches apart, whichever of them is higher.
 *
 * <p>With two branches: the area under the ROC curve (Mann-Whitney U over the number of pairs),
 * taken on the side above .5. With more: the share of the variance of ranks between branches, which
 * is the tie-corrected Kruskal-Wallis H over N - 1.
 */
final class RankSeparation {

    /**
     * For each unit its rank, ties sharing their mean rank; {@code NaN} for a unit without value.
     */
    private final double[] ranks;

    private final int count;
    private final double meanRank;
    private final double variation;

    private RankSeparation(double[] ranks, int count) {
        this.ranks = ranks;
        this.count = count;
        this.meanRank = (count + 1) / 2.0;
        double sum = 0;
        for (double rank : ranks) {
            sum += Double.isNaN(rank) ? 0 : (rank - meanRank) * (rank - meanRank);
        }
        this.variation = sum;
    }

    /** Rank values, leaving {@code NaN} out. */
    static RankSeparation of(double[] values) {
        double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double[] order = new double[0];
        if (present.length > 0) {
            order = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(present);
        }
        double[] ranks = new double[values.length];
        int next = 0;
        for (int unit = 0; unit < values.length; unit++) {
            ranks[unit] = Double.isNaN(values[unit]) ? Double.NaN : order[next++];
        }
        return new RankSeparation(ranks, present.length);
    }

    /** Compute it; the value of no separation where fewer than two branches have ranked units. */
    double score(Assignment assignment) {
        int branches = assignment.branches().size();
        int[] sizes = new int[branches];
        double[] sums = new double[branches];
        for (int unit = 0; unit < ranks.length; unit++) {
            if (!Double.isNaN(ranks[unit])) {
                sizes[assignment.branchOf(unit)]++;
                sums[assignment.branchOf(unit)] += ranks[unit];
            }
        }
        return branches == 2 ? area(sizes, sums) : share(sizes, sums);
    }

    private static double area(int[] sizes, double[] sums) {
        double pairs = (double) sizes[0] * sizes[1];
        if (pairs == 0) {
            return 0.5;
        }
        double area = (sums[0] - sizes[0] * (sizes[0] + 1.0) / 2) / pairs;
        return Math.max(area, 1 - area);
    }

    private double share(int[] sizes, double[] sums) {
        double between = 0;
        for (int b = 0; b < sizes.length; b++) {
            if (sizes[b] > 0) {
                double distance = sums[b] / sizes[b] - meanRank;
                between += sizes[b] * distance * distance;
            }
        }
        return variation > 0 ? between / variation : 0;
    }

    /**
     * Compute the value of branches that do not overlap at all, in the best order; {@code NaN} with
     * more than twelve branches of different sizes, where finding that order would take too long.
     */
    double ceiling(Assignment assignment) {
        if (assignment.branches().size() == 2) {
            return 1;
        }
        int[] sizes = new int[assignment.branches().size()];
        for (int unit = 0; unit < ranks.length; unit++) {
            sizes[assignment.branchOf(unit)] += Double.isNaN(ranks[unit]) ? 0 : 1;
        }
        double[] sorted = Arrays.stream(ranks).filter(rank -> !Double.isNaN(rank)).toArray();
        Arrays.sort(sorted);
        return variation > 0 ? BlockOrder.best(sizes, sorted, meanRank) / variation : Double.NaN;
    }

    /** Return the number of units with a rank. */
    int count() {
        return count;
    }
}
