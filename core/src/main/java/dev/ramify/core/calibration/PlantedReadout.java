package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.calibration.Condition.Control;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Rectified units that each speak for one class, that of their branch or any, below a readout that
 * adds up what they say. Untrained, units and readout are random.
 */
final class PlantedReadout implements Generator {

    private static final int SAMPLES = 120;
    private static final int CLASSES = 4;
    private static final int INPUTS = 16;

    /** How much a unit's input rises for its class, in standard deviations of its noise. */
    private static final double GAIN = .8;

    private static final Assignment BRANCHES = Layers.branches(CLASSES, 8);

    @Override
    public Set<Control> controls() {
        return EnumSet.allOf(Control.class);
    }

    @Override
    public MetricInput make(Condition condition, Seed seed) {
        RandomGenerator random = seed.generator();
        int[] labels = new int[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            labels[sample] = sample % CLASSES;
        }
        float[][] rows;
        double[][] readout;
        if (condition == Control.UNTRAINED) {
            rows = RandomLayer.activations(inputs(labels, random), BRANCHES.units(), random);
            readout = Layers.gaussian(CLASSES, BRANCHES.units(), random);
        } else {
            int[] classOf = Roles.deal(BRANCHES, condition, random);
            rows = speaking(classOf, labels, condition == Control.DECOY ? 1 : 0, random);
            readout = new double[CLASSES][BRANCHES.units()];
            for (int unit = 0; unit < classOf.length; unit++) {
                readout[classOf[unit]][unit] = 1;
            }
        }
        int[] told = condition == Control.RANDOM_LABELS ? shuffled(labels, random) : labels;
        return Layers.withClasses(
                Layers.active(BRANCHES, rows),
                CLASSES,
                told,
                seed,
                new ReadoutLesions(rows, readout, told));
    }

    private static float[][] speaking(
            int[] classOf, int[] labels, double shared, RandomGenerator random) {
        float[][] rows = new float[SAMPLES][classOf.length];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double[] common = new double[BRANCHES.branches().size()];
            for (int branch = 0; branch < common.length; branch++) {
                common[branch] = shared * random.nextGaussian();
            }
            for (int unit = 0; unit < classOf.length; unit++) {
                double gain = labels[sample] == classOf[unit] ? GAIN : 0;
                double sum = gain + common[BRANCHES.branchOf(unit)] + random.nextGaussian();
                rows[sample][unit] = (float) Math.max(0, sum);
            }
        }
        return rows;
    }

    /** Make what an untrained layer sees: clouds around a mean for each class. */
    private static double[][] inputs(int[] labels, RandomGenerator random) {
        double[][] means = Layers.gaussian(CLASSES, INPUTS, random);
        double[][] inputs = Layers.gaussian(SAMPLES, INPUTS, random);
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int i = 0; i < INPUTS; i++) {
                inputs[sample][i] += means[labels[sample]][i];
            }
        }
        return inputs;
    }

    private static int[] shuffled(int[] labels, RandomGenerator random) {
        int[] shuffled = labels.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        return shuffled;
    }
}
