package dev.ramify.core.engine.optimization;

/**
 * How the learning rate changes over training.
 *
 * <p>During warm-up it rises linearly from the first step on; what follows is measured from the end
 * of the warm-up.
 */
public sealed interface Schedule {

    /**
     * Return the factor of the base rate.
     *
     * @param progress fraction of training after the warm-up that is done, in [0, 1]
     */
    double factor(double progress);

    /**
     * Return the factor of the base rate at a step.
     *
     * @param step number of the step, the first being 0
     * @param steps number of steps in all
     * @param warmUp number of steps of the warm-up, less than {@code steps}
     */
    default double factor(long step, long steps, long warmUp) {
        if (step < warmUp) {
            return (step + 1.0) / (warmUp + 1.0);
        }
        return factor((double) (step - warmUp) / Math.max(1, steps - warmUp));
    }

    /** Always the same. */
    record Constant() implements Schedule {

        @Override
        public double factor(double progress) {
            return 1;
        }
    }

    /**
     * Multiplied by a factor at equal distances.
     *
     * @param stretches number of distances that fit into training after the warm-up, positive
     * @param decay factor, in [0, 1]
     */
    record Step(double stretches, double decay) implements Schedule {

        /** A step that falls due at a boundary is not missed for rounding. */
        private static final double TOLERANCE = 1e-9;

        @Override
        public double factor(double progress) {
            return Math.pow(decay, Math.floor(progress * stretches + TOLERANCE));
        }
    }

    /**
     * Half a cosine (Loshchilov and Hutter 2016, arXiv 1608.03983).
     *
     * @param least factor at the end, in [0, 1]
     */
    record Cosine(double least) implements Schedule {

        @Override
        public double factor(double progress) {
            return least + (1 - least) * 0.5 * (1 + Math.cos(Math.PI * progress));
        }
    }
}
