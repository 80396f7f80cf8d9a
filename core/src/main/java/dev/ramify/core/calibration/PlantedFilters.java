package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.calibration.Condition.Control;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * First-layer filters of four kinds, grey or coloured gratings of low or high frequency with noise:
 * the kind of their branch, or any. As a decoy, filters of a branch share an orientation and a
 * norm; untrained, filters are noise.
 */
final class PlantedFilters implements Generator {

    private static final int KINDS = 4;
    private static final int SIDE = 7;
    private static final int CHANNELS = 3;
    private static final double NOISE = .3;

    /** Cycles per filter of the two frequencies. */
    private static final double[] CYCLES = {1, 2.5};

    private static final Assignment BRANCHES = Layers.branches(KINDS, 16);

    @Override
    public Set<Control> controls() {
        return EnumSet.of(Control.DECOY, Control.REDUNDANT, Control.UNTRAINED);
    }

    @Override
    public MetricInput make(Condition condition, Seed seed) {
        RandomGenerator random = seed.generator();
        int[] kindOf = Roles.deal(BRANCHES, condition, random);
        float[][][][] filters = new float[kindOf.length][][][];
        for (int unit = 0; unit < kindOf.length; unit++) {
            int branch = BRANCHES.branchOf(unit);
            boolean decoy = condition == Control.DECOY;
            double angle = decoy ? Math.PI * branch / KINDS : Math.PI * random.nextDouble();
            double norm = decoy ? 1 + branch : 1;
            double contrast = condition == Control.UNTRAINED ? 0 : 1;
            filters[unit] = filter(kindOf[unit], angle, norm, contrast, random);
        }
        return Layers.bare(
                List.of(Layers.weighted("conv1", BRANCHES, Nd4j.createFromArray(filters))), seed);
    }

    private static float[][][] filter(
            int kind, double angle, double norm, double contrast, RandomGenerator random) {
        double[] colour = kind % 2 == 0 ? new double[] {1, 1, 1} : opponent(random);
        double cycles = CYCLES[kind / 2];
        double phase = 2 * Math.PI * random.nextDouble();
        float[][][] filter = new float[CHANNELS][SIDE][SIDE];
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    double along = (x * Math.cos(angle) + y * Math.sin(angle)) / SIDE;
                    double wave = Math.cos(2 * Math.PI * cycles * along + phase);
                    double value =
                            contrast * colour[channel] * wave + NOISE * random.nextGaussian();
                    filter[channel][y][x] = (float) (norm * value);
                }
            }
        }
        return filter;
    }

    /** Draw a direction in colour space that is orthogonal to grey, as long as grey's. */
    private static double[] opponent(RandomGenerator random) {
        double hue = 2 * Math.PI * random.nextDouble();
        double[] colour = new double[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            colour[channel] = Math.sqrt(2) * Math.cos(hue + 2 * Math.PI * channel / CHANNELS);
        }
        return colour;
    }
}
