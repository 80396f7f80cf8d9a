package dev.ramify.plugins.metrics.samples;

import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.products.BranchMeans;
import java.util.Optional;

/** Checks that branches have units that do something. */
public final class LiveUnits {

    private LiveUnits() {}

    /** Say that there will be too few samples, if so. */
    public static Optional<String> lackOfSamples(Outlook outlook, int least) {
        return outlook.samples() < least
                ? Optional.of(
                        "at least %d samples are needed, and there are %d"
                                .formatted(least, outlook.samples()))
                : Optional.empty();
    }

    /**
     * Check that units of at least two branches vary.
     *
     * @throws UndefinedMetricException if not
     */
    public static void requireTwoBranches(boolean[] live, Assignment recorded) {
        int filled = 0;
        int units = 0;
        for (int size : BranchMeans.sizes(live, recorded)) {
            filled += size > 0 ? 1 : 0;
            units += size;
        }
        if (filled < 2) {
            throw new UndefinedMetricException(
                    "%d of %d units vary over the samples, and they are in %s; at least 2 branches need some"
                            .formatted(
                                    units,
                                    live.length,
                                    filled == 0 ? "no branch" : "a single branch"));
        }
    }

    /**
     * Check that there are enough samples.
     *
     * @throws UndefinedMetricException if not
     */
    public static void requireSamples(int found, int least) {
        if (found < least) {
            throw new UndefinedMetricException(
                    "at least %d samples are needed, found %d".formatted(least, found));
        }
    }
}
