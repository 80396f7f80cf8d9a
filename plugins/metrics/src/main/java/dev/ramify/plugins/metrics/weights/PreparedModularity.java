package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.grouping.Matching;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Adds up what units take from each branch below, beyond its share. */
final class PreparedModularity implements PreparedMetric {

    private final Sources sources;

    /** {@code (1/m) sum_i (M_oi - r_o c_i / m)} over the inputs of a branch: [units][branches]. */
    private final double[][] excess;

    /** The share of all strength that the inputs of each branch have. */
    private final double[] shares;

    private final boolean branched;

    PreparedModularity(Connections connections, Sources sources, Assignment recorded) {
        this.sources = sources;
        this.branched = IntStream.of(recorded.sizes()).filter(size -> size > 0).count() > 1;
        double[] units = connections.unitSums();
        double[] inputs = connections.inputSums();
        double total = Arrays.stream(units).sum();
        int branches = sources.branches().size();
        this.shares = new double[branches];
        this.excess = new double[units.length][branches];
        for (int i = 0; i < inputs.length; i++) {
            shares[sources.branchOf()[i]] += inputs[i] / total;
        }
        for (int o = 0; o < units.length; o++) {
            for (int i = 0; i < inputs.length; i++) {
                double expected = units[o] * inputs[i] / total;
                excess[o][sources.branchOf()[i]] +=
                        (connections.strengths()[o][i] - expected) / total;
            }
        }
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {branched ? matched(assignment) : free()};
    }

    private double matched(Assignment assignment) {
        double[][] sums = new double[assignment.branches().size()][shares.length];
        for (int o = 0; o < excess.length; o++) {
            for (int b = 0; b < shares.length; b++) {
                sums[assignment.branchOf(o)][b] += excess[o][b];
            }
        }
        return Matching.sum(sums, Matching.best(sums));
    }

    private double free() {
        double sum = 0;
        for (double[] row : excess) {
            sum += Arrays.stream(row).max().orElseThrow();
        }
        return sum;
    }

    /** Compute the value of units that each take from a single branch. */
    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {1 - Arrays.stream(shares).map(share -> share * share).sum()};
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return "inputs from %s: %s".formatted(sources.layer(), sources.branches());
    }
}
