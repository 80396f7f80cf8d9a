package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.UndefinedMetricException;
import java.util.ArrayList;
import java.util.List;

/**
 * How experts are used in each domain, every domain counting the same.
 *
 * @param names of the domains for which anything was chosen
 * @param shares {@code [domains][experts]}: of what was chosen for a domain, each row adding up to
 *     1
 */
record Domains(List<String> names, double[][] shares) {

    /**
     * Add up the groups of each domain.
     *
     * @throws UndefinedMetricException if fewer than two domains are known
     */
    static Domains of(GroupCounts counts) {
        double[][] sums = new double[counts.classes().size()][counts.columns()];
        int[] classOf = counts.classOf();
        for (int group = 0; group < classOf.length; group++) {
            double[] sum = sums[classOf[group]];
            long[] row = counts.counts()[group];
            for (int column = 0; column < row.length; column++) {
                sum[column] += row[column];
            }
        }
        return named(counts, sums);
    }

    /** Average the shares of the groups of each domain, every group counting the same. */
    static Domains ofMeans(GroupCounts counts, double[][] groupShares) {
        double[][] sums = new double[counts.classes().size()][counts.columns()];
        int[] classOf = counts.classOf();
        for (int group = 0; group < classOf.length; group++) {
            double[] sum = sums[classOf[group]];
            for (int column = 0; column < sum.length; column++) {
                sum[column] += groupShares[group][column];
            }
        }
        return named(counts, sums);
    }

    private static Domains named(GroupCounts counts, double[][] sums) {
        List<String> names = new ArrayList<>();
        List<double[]> shares = new ArrayList<>();
        for (int domain = 0; domain < sums.length; domain++) {
            double[] share = GroupCounts.share(sums[domain]);
            double total = 0;
            for (double each : share) {
                total += each;
            }
            if (total > 0) {
                names.add(counts.classes().get(domain));
                shares.add(share);
            }
        }
        if (names.size() < 2) {
            throw new UndefinedMetricException(
                    counts.classOf().length == 0
                            ? "the classes (domains) of the groups are not known"
                            : "experts were chosen for %d domain, %s; at least 2 are needed"
                                    .formatted(names.size(), String.join(", ", names)));
        }
        return new Domains(names, shares.toArray(double[][]::new));
    }

    int count() {
        return names.size();
    }

    /** Return the mean share of each expert. */
    double[] mean() {
        double[] mean = new double[shares[0].length];
        for (double[] row : shares) {
            for (int column = 0; column < mean.length; column++) {
                mean[column] += row[column] / shares.length;
            }
        }
        return mean;
    }

    /** Return the mutual information of expert and domain, in bits. */
    double information() {
        double within = 0;
        for (double[] row : shares) {
            within += Entropies.of(row) / shares.length;
        }
        return Math.max(0, Entropies.of(mean()) - within);
    }

    /** Return the Jensen-Shannon divergence of two domains, in bits. */
    double divergence(int one, int other) {
        return new Domains(
                        List.of(names.get(one), names.get(other)),
                        new double[][] {shares[one], shares[other]})
                .information();
    }

    /** Return how the use of one expert is divided between domains; adds up to 1, or all 0. */
    double[] ofExpert(int expert) {
        double[] use = new double[shares.length];
        for (int domain = 0; domain < use.length; domain++) {
            use[domain] = shares[domain][expert];
        }
        return GroupCounts.share(use);
    }

    /** Return the index of the domain that uses an expert most. */
    int chief(int expert) {
        int chief = 0;
        for (int domain = 1; domain < shares.length; domain++) {
            chief = shares[domain][expert] > shares[chief][expert] ? domain : chief;
        }
        return chief;
    }
}
