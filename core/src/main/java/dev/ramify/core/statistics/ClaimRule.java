package dev.ramify.core.statistics;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Summary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which specialization is claimed, for the whole of Ramify.
 *
 * <p>A summary of an inferential metric supports a claim when its p over seeds, corrected over the
 * study, is at most .05, and the seeds bear it out:
 *
 * <ul>
 *   <li>with at least 5 seeds whose 95 % interval of the mean effect excludes 0, the claim is about
 *       {@linkplain Claim#TRAINING training};
 *   <li>else, where more than half of the seeds are significant by themselves (their own corrected
 *       p is at most .05), it is about {@linkplain Claim#THESE_NETWORKS these networks} alone;
 *   <li>else there is {@linkplain Claim#NONE none}: one extreme network does not make a claim.
 * </ul>
 */
public final class ClaimRule {

    /** The greatest corrected p that supports a claim. */
    public static final double SIGNIFICANCE = 0.05;

    /** The fewest seeds for a claim about training. */
    public static final int SEEDS_FOR_TRAINING = 5;

    private ClaimRule() {}

    /** Decide what a summary supports. */
    public static Claim claim(Summary summary, Map<String, MetricProfile> profiles) {
        if (!mayClaim(summary, profiles) || !isSignificant(summary.pAdjusted())) {
            return Claim.NONE;
        }
        MetricProfile profile = profiles.get(summary.metric());
        if (summary.seeds() >= SEEDS_FOR_TRAINING
                && excludesZero(summary.effectInterval(), profile)) {
            return Claim.TRAINING;
        }
        return 2 * summary.significantSeeds() > summary.seeds() ? Claim.THESE_NETWORKS : Claim.NONE;
    }

    static boolean isSignificant(@Nullable Double p) {
        return p != null && p <= SIGNIFICANCE;
    }

    /** Tell whether a summary has a p that may carry a claim. */
    static boolean mayClaim(Summary summary, Map<String, MetricProfile> profiles) {
        MetricProfile profile = profiles.get(summary.metric());
        return summary.p() != null && profile != null && profile.kind() == Kind.INFERENTIAL;
    }

    /** Return the uncorrected p of a summary that has one. */
    static double p(Summary summary) {
        Double p = summary.p();
        return p == null ? 1 : p;
    }

    private static boolean excludesZero(
            @Nullable Interval interval, @Nullable MetricProfile profile) {
        if (interval == null || profile == null) {
            return false;
        }
        return interval.low() > 0 || (profile.tail() == Tail.TWO_SIDED && interval.high() < 0);
    }
}
