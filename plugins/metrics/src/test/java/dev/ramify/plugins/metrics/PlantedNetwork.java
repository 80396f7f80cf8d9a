package dev.ramify.plugins.metrics;

import dev.ramify.api.metric.Lesions;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.Assignment;
import java.util.SplittableRandom;

/**
 * A layer whose units each speak for one class, and a readout that adds up what they say. Silencing
 * gives the mean over samples, or zero.
 */
public final class PlantedNetwork implements Lesions {

    private static final Assignment BRANCHES = Inputs.branches(8, 8, 8, 8);
    private static final int CLASSES = 4;
    private static final int SAMPLES = 120;

    private final float[][] rows;
    private final double[] means;
    private final int[] classOf;
    private final int[] labels;

    private PlantedNetwork(float[][] rows, int[] classOf, int[] labels) {
        this.rows = rows;
        this.classOf = classOf;
        this.labels = labels;
        this.means = new double[classOf.length];
        for (float[] row : rows) {
            for (int unit = 0; unit < means.length; unit++) {
                means[unit] += row[unit] / (double) rows.length;
            }
        }
    }

    /**
     * Make one.
     *
     * @param alpha probability that a unit speaks for the class of its branch rather than for any
     * @param shared deviation of a noise that the units of a branch have in common
     */
    public static MetricInput input(double alpha, double shared, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] classOf = new int[BRANCHES.units()];
        for (int unit = 0; unit < classOf.length; unit++) {
            classOf[unit] =
                    random.nextDouble() < alpha ? BRANCHES.branchOf(unit) : random.nextInt(CLASSES);
        }
        int[] labels = new int[SAMPLES];
        float[][] rows = Inputs.noise(SAMPLES, classOf.length, random);
        for (int n = 0; n < SAMPLES; n++) {
            labels[n] = n % CLASSES;
            double[] common = new double[BRANCHES.branches().size()];
            for (int b = 0; b < common.length; b++) {
                common[b] = shared * random.nextGaussian();
            }
            for (int unit = 0; unit < classOf.length; unit++) {
                rows[n][unit] +=
                        (float)
                                (common[BRANCHES.branchOf(unit)]
                                        + (labels[n] == classOf[unit] ? .8 : 0));
            }
        }
        MetricInput input = Inputs.ofActivations(BRANCHES, rows, labels);
        return Inputs.withSeed(
                Inputs.withLesions(input, new PlantedNetwork(rows, classOf, labels)), seed);
    }

    @Override
    public int[] correct(boolean[] silenced, Replacement replacement) {
        int[] correct = new int[CLASSES];
        for (int n = 0; n < SAMPLES; n++) {
            double[] logits = new double[CLASSES];
            for (int unit = 0; unit < silenced.length; unit++) {
                double value =
                        !silenced[unit]
                                ? rows[n][unit]
                                : replacement == Replacement.ZERO ? 0 : means[unit];
                logits[classOf[unit]] += value;
            }
            int best = 0;
            for (int c = 1; c < CLASSES; c++) {
                best = logits[c] > logits[best] ? c : best;
            }
            correct[labels[n]] += best == labels[n] ? 1 : 0;
        }
        return correct;
    }
}
