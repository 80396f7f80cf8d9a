package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.recording.Assignment;

/** Sizes of correlations, added up over pairs of units of two branches. */
interface PairSizes {

    /** Add up. */
    Sums sums(Assignment assignment);

    /**
     * Sums over ordered pairs of different units.
     *
     * @param sizes {@code [branches][branches]}
     * @param pairs how many there are, {@code [branches][branches]}
     */
    record Sums(double[][] sizes, double[][] pairs) {}
}
