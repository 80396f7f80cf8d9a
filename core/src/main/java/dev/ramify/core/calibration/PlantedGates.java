package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.calibration.Condition.Control;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gates that lean towards the branch of a sample's class by alpha, beside noise in [0, 1]. As a
 * decoy, branches bear unequal loads; untrained, gates are a softmax of random mixtures of inputs.
 */
final class PlantedGates implements Generator {

    private static final int SAMPLES = 100;
    private static final int CLASSES = 3;
    private static final int INPUTS = 8;
    private static final double[] UNEQUAL = {1, .5, .25};
    private static final Assignment BRANCHES = Layers.branches(CLASSES, 1);

    @Override
    public Set<Control> controls() {
        return EnumSet.of(Control.DECOY, Control.RANDOM_LABELS, Control.UNTRAINED);
    }

    @Override
    public MetricInput make(Condition condition, Seed seed) {
        RandomGenerator random = seed.generator();
        int[] labels = random.ints(SAMPLES, 0, CLASSES).toArray();
        float[][] gates =
                condition == Control.UNTRAINED
                        ? untrained(labels, random)
                        : leaning(condition, labels, random);
        int[] told =
                condition == Control.RANDOM_LABELS
                        ? random.ints(SAMPLES, 0, CLASSES).toArray()
                        : labels;
        var layer =
                Layers.active(BRANCHES, new float[SAMPLES][CLASSES])
                        .withGates(Nd4j.createFromArray(gates));
        return Layers.withClasses(layer, CLASSES, told, seed, null);
    }

    private static float[][] leaning(Condition condition, int[] labels, RandomGenerator random) {
        double alpha = Generator.alpha(condition);
        float[][] gates = new float[SAMPLES][CLASSES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int branch = 0; branch < CLASSES; branch++) {
                double load = condition == Control.DECOY ? UNEQUAL[branch] : 1;
                double lean = labels[sample] == branch ? alpha : 0;
                gates[sample][branch] = (float) (load * random.nextDouble() + lean);
            }
        }
        return gates;
    }

    private static float[][] untrained(int[] labels, RandomGenerator random) {
        double[][] means = Layers.gaussian(CLASSES, INPUTS, random);
        double[][] router = Layers.gaussian(CLASSES, INPUTS, random);
        float[][] gates = new float[SAMPLES][CLASSES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double[] logits = new double[CLASSES];
            for (int i = 0; i < INPUTS; i++) {
                double input = means[labels[sample]][i] + random.nextGaussian();
                for (int branch = 0; branch < CLASSES; branch++) {
                    logits[branch] += router[branch][i] * input / Math.sqrt(INPUTS);
                }
            }
            for (int branch = 0; branch < CLASSES; branch++) {
                gates[sample][branch] = (float) Math.exp(logits[branch]);
            }
        }
        return gates;
    }
}
