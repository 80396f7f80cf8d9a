package dev.ramify.plugins.metrics.routing;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Floats;
import dev.ramify.numerics.Sparsity;
import dev.ramify.numerics.grouping.Matching;
import dev.ramify.plugins.metrics.samples.Grouping;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The joint distribution of classes and branches: what share of all gates goes from samples of a
 * class to a branch.
 *
 * @param joint {@code [classes][branches]}, adding up to 1
 * @param unrouted number of samples that no branch has let through; they count for nothing
 */
record GateShares(double[][] joint, int unrouted) {

    /**
     * Add up gates, every sample counting the same. Samples whose gates are all zero are left out,
     * and so are classes without samples.
     *
     * @throws UndefinedMetricException if a gate is negative or not finite, or all are zero
     */
    static GateShares of(INDArray gates, Grouping classes) {
        float[] values = Floats.of(gates);
        int branches = (int) gates.size(1);
        int samples = (int) gates.size(0);
        double[][] joint = new double[classes.levels().size()][branches];
        int unrouted = 0;
        for (int sample = 0; sample < samples; sample++) {
            double total = 0;
            for (int b = 0; b < branches; b++) {
                float gate = values[sample * branches + b];
                if (!(gate >= 0) || Float.isInfinite(gate)) {
                    throw new UndefinedMetricException(
                            "the gate of branch %d at sample %d is %s; gates are finite and not negative"
                                    .formatted(b, sample, gate));
                }
                total += gate;
            }
            if (!(total > 0)) {
                unrouted++;
                continue;
            }
            double[] row = joint[classes.levelOf()[sample]];
            for (int b = 0; b < branches; b++) {
                row[b] += values[sample * branches + b] / total;
            }
        }
        if (unrouted == samples) {
            throw new UndefinedMetricException(
                    "all gates of all %d samples are 0".formatted(samples));
        }
        int routed = samples - unrouted;
        return new GateShares(
                Arrays.stream(joint)
                        .filter(row -> Arrays.stream(row).sum() > 0)
                        .map(row -> Arrays.stream(row).map(sum -> sum / routed).toArray())
                        .toArray(double[][]::new),
                unrouted);
    }

    /** Return what share of all gates each branch has. */
    double[] load() {
        double[] load = new double[joint[0].length];
        for (double[] row : joint) {
            for (int b = 0; b < load.length; b++) {
                load[b] += row[b];
            }
        }
        return load;
    }

    double classEntropy() {
        return entropy(Arrays.stream(joint).mapToDouble(row -> Arrays.stream(row).sum()).toArray());
    }

    double loadEntropy() {
        return entropy(load());
    }

    /** Compute {@code I(class; branch)} in nats. */
    double information() {
        double joined = entropy(Arrays.stream(joint).flatMapToDouble(Arrays::stream).toArray());
        return Math.max(0, classEntropy() + loadEntropy() - joined);
    }

    private static double entropy(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum -= share > 0 ? share * Math.log(share) : 0;
        }
        return sum;
    }

    /** Compute {@code B / (B - 1) sum_b max(0, 1/B - p_b)}: 1 where a single branch has all. */
    double collapse() {
        double[] load = load();
        double missing =
                Arrays.stream(load).map(share -> Math.max(0, 1.0 / load.length - share)).sum();
        return missing * load.length / (load.length - 1);
    }

    /** Compute {@code 1 - B min_b p_b}: 1 where some branch has nothing. */
    double worst() {
        double[] load = load();
        return 1 - load.length * Arrays.stream(load).min().orElseThrow();
    }

    /** Compute Gini's index of the load, as a share of its greatest value {@code 1 - 1/B}. */
    double loadGini() {
        double[] load = load();
        return Sparsity.gini(load) / (1 - 1.0 / load.length);
    }

    /** Tell whether there are as many classes as branches. */
    boolean isSquare() {
        return joint.length == joint[0].length;
    }

    /**
     * Compute {@code (1 / 2B) sum |Perm - B P|} for the one-to-one alignment that makes it
     * smallest: 0 where every class has a branch of its own.
     */
    double alignment() {
        int size = joint.length;
        double[][] gain = new double[size][size];
        double unmatched = 0;
        for (int r = 0; r < size; r++) {
            for (int b = 0; b < size; b++) {
                double scaled = size * joint[r][b];
                unmatched += scaled;
                gain[r][b] = scaled - Math.abs(1 - scaled);
            }
        }
        return (unmatched - Matching.sum(gain, Matching.best(gain))) / (2 * size);
    }
}
