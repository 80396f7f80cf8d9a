package dev.ramify.plugins.metrics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Units that each follow one of several independent binary factors plus noise: with probability
 * alpha the factor of their branch, else any.
 */
public final class PlantedUnits {

    public static final int SAMPLES = 256;
    public static final int FACTORS = 4;
    public static final Assignment BRANCHES = Inputs.branches(16, 16, 16, 16);

    private PlantedUnits() {}

    /**
     * Make a layer.
     *
     * @param alpha probability that a unit follows the factor of its branch rather than any
     * @param shared deviation of a noise that the units of a branch have in common
     */
    public static MetricInput input(double alpha, double shared, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int units = BRANCHES.units();
        int[] factorOf = new int[units];
        for (int unit = 0; unit < units; unit++) {
            factorOf[unit] =
                    random.nextDouble() < alpha ? BRANCHES.branchOf(unit) : random.nextInt(FACTORS);
        }
        int[][] levels = new int[FACTORS][SAMPLES];
        for (int[] factor : levels) {
            Arrays.setAll(factor, sample -> random.nextInt(2));
        }
        float[][] rows = new float[SAMPLES][units];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double[] common = new double[BRANCHES.branches().size()];
            Arrays.setAll(common, branch -> shared * random.nextGaussian());
            for (int unit = 0; unit < units; unit++) {
                rows[sample][unit] =
                        (float)
                                (levels[factorOf[unit]][sample]
                                        + common[BRANCHES.branchOf(unit)]
                                        + random.nextGaussian());
            }
        }
        return Inputs.withSeed(Inputs.ofActivations(BRANCHES, rows, new int[0], levels), seed);
    }
}
