package dev.ramify.plugins.metrics.similarity;

import dev.ramify.numerics.grouping.AdjustedRand;
import java.util.function.ToDoubleFunction;

/** By what number it is told how well two partitions agree. */
public enum AgreementIndex {
    /** Mutual information, adjusted for chance. */
    AMI,
    /** Rand's index, adjusted for chance. */
    ARI;

    /** Make it for tables of counts with the given margins; {@code NaN} where it is not defined. */
    ToDoubleFunction<int[]> of(int[] sizes, int[] otherSizes) {
        return switch (this) {
            case AMI -> new AdjustedMutualInformation(sizes, otherSizes)::of;
            case ARI -> new AdjustedRand(sizes, otherSizes)::of;
        };
    }
}
