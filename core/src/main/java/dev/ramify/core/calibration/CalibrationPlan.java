package dev.ramify.core.calibration;

import dev.ramify.api.random.Seed;

/**
 * How a calibration is run.
 *
 * @param runs networks made under each condition, at least 1
 * @param permutations most draws under the null in each test, at least 19: with fewer no p is ever
 *     at most .05
 * @param threads runs at one time, at least 1; they change no result
 * @param seed the source of randomness
 */
public record CalibrationPlan(int runs, int permutations, int threads, Seed seed) {

    /** The fewest draws with which a p of .05 is possible. */
    public static final int LEAST_PERMUTATIONS = 19;

    public CalibrationPlan {
        if (runs < 1) {
            throw new IllegalArgumentException("at least 1 run is needed, found " + runs);
        }
        if (permutations < LEAST_PERMUTATIONS) {
            throw new IllegalArgumentException(
                    "at least %d permutations are needed for p values of .05, found %d"
                            .formatted(LEAST_PERMUTATIONS, permutations));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("at least 1 thread is needed, found " + threads);
        }
    }
}
