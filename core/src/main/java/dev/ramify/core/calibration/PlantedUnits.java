package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.calibration.Condition.Control;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Units that each follow one of several independent binary factors plus noise: the factor of their
 * branch, or any.
 */
final class PlantedUnits implements Generator {

    private static final int SAMPLES = 512;
    private static final int FACTORS = 4;
    private static final int INPUTS = 16;
    private static final Assignment BRANCHES = Layers.branches(FACTORS, 16);

    @Override
    public Set<Control> controls() {
        return EnumSet.allOf(Control.class);
    }

    @Override
    public MetricInput make(Condition condition, Seed seed) {
        RandomGenerator random = seed.generator();
        int[][] levels = levels(random);
        float[][] rows =
                condition == Control.UNTRAINED
                        ? RandomLayer.activations(inputs(levels, random), BRANCHES.units(), random)
                        : following(condition, levels, random);
        int[][] told = condition == Control.RANDOM_LABELS ? levels(random) : levels;
        return Layers.withFactors(Layers.active(BRANCHES, rows), told, seed);
    }

    private static int[][] levels(RandomGenerator random) {
        int[][] levels = new int[FACTORS][SAMPLES];
        for (int[] factor : levels) {
            Arrays.setAll(factor, sample -> random.nextInt(2));
        }
        return levels;
    }

    private static float[][] following(
            Condition condition, int[][] levels, RandomGenerator random) {
        int[] factorOf = Roles.deal(BRANCHES, condition, random);
        double shared = condition == Control.DECOY ? 1 : 0;
        float[][] rows = new float[SAMPLES][BRANCHES.units()];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double[] common = new double[BRANCHES.branches().size()];
            Arrays.setAll(common, branch -> shared * random.nextGaussian());
            for (int unit = 0; unit < factorOf.length; unit++) {
                rows[sample][unit] =
                        (float)
                                (levels[factorOf[unit]][sample]
                                        + common[BRANCHES.branchOf(unit)]
                                        + random.nextGaussian());
            }
        }
        return rows;
    }

    /** Make what an untrained layer sees: each factor moves all inputs a little. */
    private static double[][] inputs(int[][] levels, RandomGenerator random) {
        double[][] directions = Layers.gaussian(FACTORS, INPUTS, random);
        double[][] inputs = Layers.gaussian(SAMPLES, INPUTS, random);
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int f = 0; f < FACTORS; f++) {
                for (int i = 0; i < INPUTS; i++) {
                    inputs[sample][i] += levels[f][sample] * directions[f][i];
                }
            }
        }
        return inputs;
    }
}
