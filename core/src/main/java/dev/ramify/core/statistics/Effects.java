package dev.ramify.core.statistics;

import org.jspecify.annotations.Nullable;

/** The size of an effect, corrected for what chance gives. */
final class Effects {

    private Effects() {}

    /**
     * Place a value between the null mean, 0, and the ceiling, 1; null where there is no ceiling or
     * it does not differ from the null mean.
     */
    static @Nullable Double effect(double value, double nullMean, @Nullable Double ceiling) {
        if (ceiling == null) {
            return null;
        }
        double effect = (value - nullMean) / (ceiling - nullMean);
        return Double.isFinite(effect) ? effect : null;
    }
}
