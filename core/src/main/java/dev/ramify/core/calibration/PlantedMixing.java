package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.calibration.Condition.Control;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights of an unbranched layer over two branches, divided two ways: a unit's weights from one
 * half of the inputs are scaled by {@code 1 + alpha}, those from the other by {@code 1 - alpha}. As
 * a decoy, units and inputs are unequally strong. Without division they are what an untrained layer
 * has.
 */
final class PlantedMixing implements Generator {

    private static final int UNITS = 48;

    /** Deviation of the logarithm of the strength of units and inputs in the decoy. */
    private static final double UNEQUAL = .5;

    private static final Assignment BELOW = Layers.branches(2, 16);
    private static final Assignment UNBRANCHED = Layers.branches(1, UNITS);

    @Override
    public Set<Control> controls() {
        return EnumSet.of(Control.DECOY);
    }

    @Override
    public MetricInput make(Condition condition, Seed seed) {
        RandomGenerator random = seed.generator();
        double alpha = Generator.alpha(condition);
        double[] unitStrength = strengths(UNITS, condition, random);
        double[] inputStrength = strengths(BELOW.units(), condition, random);
        double[][] drawn = Layers.gaussian(UNITS, BELOW.units(), random);
        float[][] weights = new float[UNITS][BELOW.units()];
        for (int unit = 0; unit < UNITS; unit++) {
            for (int input = 0; input < BELOW.units(); input++) {
                boolean own = unit % 2 == BELOW.branchOf(input);
                weights[unit][input] =
                        (float)
                                (drawn[unit][input]
                                        * (own ? 1 + alpha : 1 - alpha)
                                        * unitStrength[unit]
                                        * inputStrength[input]);
            }
        }
        return Layers.bare(
                List.of(
                        Layers.weighted("conv1", BELOW, null),
                        Layers.weighted("conv2", UNBRANCHED, Nd4j.createFromArray(weights))),
                seed);
    }

    private static double[] strengths(int count, Condition condition, RandomGenerator random) {
        double spread = condition == Control.DECOY ? UNEQUAL : 0;
        return IntStream.range(0, count)
                .mapToDouble(each -> Math.exp(spread * random.nextGaussian()))
                .toArray();
    }
}
