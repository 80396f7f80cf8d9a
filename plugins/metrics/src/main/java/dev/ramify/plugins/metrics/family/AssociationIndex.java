package dev.ramify.plugins.metrics.family;

import dev.ramify.numerics.grouping.AdjustedRand;

/** By what number it is told how closely families and branches go together. */
public enum AssociationIndex {
    /** Their mutual information, in bits. */
    INFORMATION,
    /** Cramér's V, corrected for its bias. */
    CRAMERS_V,
    /** Rand's index, adjusted for chance. */
    ADJUSTED_RAND;

    Association of(FamilyCounts counts) {
        return switch (this) {
            case INFORMATION -> new MutualInformation(counts);
            case CRAMERS_V -> new CramersV(counts);
            case ADJUSTED_RAND -> new AdjustedRand(counts.ofFamilies(), counts.ofBranches())::of;
        };
    }
}
