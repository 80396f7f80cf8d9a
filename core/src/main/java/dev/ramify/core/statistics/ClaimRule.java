package dev.ramify.core.statistics;

import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.Claim.Basis;
import dev.ramify.api.findings.Claim.Standing;
import dev.ramify.api.findings.Scope;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which specialization is claimed, for the whole of Ramify. Each summary of an
 * inferential metric is decided by itself:
 *
 * <ul>
 *   <li>{@linkplain Scope#TRAINING training} is claimed where trained networks have more than their
 *       own initialisations, p corrected over the study at most .05, and more than chance gives;
 *   <li>else {@linkplain Scope#THESE_NETWORKS these networks} are claimed where they are beyond a
 *       null that holds for them, p corrected over the study at most .05, in more than half of them
 *       with 95 % confidence: one extreme network does not make a claim;
 *   <li>else there is {@linkplain Scope#NONE none}.
 * </ul>
 */
public final class ClaimRule {

    /** The greatest corrected p that supports a claim. */
    public static final double SIGNIFICANCE = Claim.LEVEL;

    private ClaimRule() {}

    /**
     * Decide what a summary supports.
     *
     * @param primary the questions that the study is made for
     * @return empty where no test of it may carry a claim
     */
    public static Optional<Claim> claim(
            Summary summary, Map<String, MetricProfile> profiles, Primary primary) {
        MetricProfile profile = profiles.get(summary.metric());
        if (profile == null || !isInferential(summary, profiles)) {
            return Optional.empty();
        }
        Double training = training(summary);
        Double chance = chance(summary);
        if (training == null && chance == null) {
            return Optional.empty();
        }
        Scope scope = scope(summary, profile, training, chance);
        boolean trained =
                scope == Scope.NONE
                        ? training != null && (chance == null || training < chance)
                        : scope == Scope.TRAINING;
        double p = trained ? orOne(training) : orOne(chance);
        return Optional.of(
                new Claim(
                        summary,
                        scope,
                        trained ? Basis.TRAINED_AGAINST_UNTRAINED : Basis.NETWORKS_AGAINST_CHANCE,
                        p,
                        primary.contains(summary.metric(), summary.layer())
                                ? Standing.CONFIRMATORY
                                : Standing.EXPLORATORY,
                        profile.unit()));
    }

    private static Scope scope(
            Summary summary,
            MetricProfile profile,
            @Nullable Double training,
            @Nullable Double chance) {
        if (isSignificant(training) && isBeyondMean(summary, profile.tail())) {
            return Scope.TRAINING;
        }
        ChanceTest test = summary.chance();
        return isSignificant(chance) && test != null && 2 * test.inAtLeast() > summary.seeds()
                ? Scope.THESE_NETWORKS
                : Scope.NONE;
    }

    /** More than before training is not yet more than chance. */
    private static boolean isBeyondMean(Summary summary, Tail tail) {
        Double effect = summary.effect();
        if (effect != null) {
            return effect > 0;
        }
        double beyond = summary.mean() - summary.nullMean();
        return switch (tail) {
            case GREATER -> beyond > 0;
            case LESS -> beyond < 0;
            case TWO_SIDED -> true;
        };
    }

    static boolean isSignificant(@Nullable Double p) {
        return p != null && p <= SIGNIFICANCE;
    }

    /** Tell whether a metric's p values may carry claims. */
    static boolean isInferential(Summary summary, Map<String, MetricProfile> profiles) {
        MetricProfile profile = profiles.get(summary.metric());
        return profile != null && profile.kind() == Kind.INFERENTIAL;
    }

    /** Return p of training; {@code NaN} where there is none. */
    static double within(@Nullable TrainingTest test) {
        Double p = test == null ? null : test.pAdjusted();
        return p == null ? Double.NaN : p;
    }

    /** Return p against chance; {@code NaN} where there is none that may carry a claim. */
    static double within(@Nullable ChanceTest test) {
        Double p = test == null || test.assumesIndependentUnits() ? null : test.pAdjusted();
        return p == null ? Double.NaN : p;
    }

    private static @Nullable Double training(Summary summary) {
        double p = within(summary.training());
        return Double.isNaN(p) ? null : Double.valueOf(p);
    }

    private static @Nullable Double chance(Summary summary) {
        double p = within(summary.chance());
        return Double.isNaN(p) ? null : Double.valueOf(p);
    }

    private static double orOne(@Nullable Double p) {
        return p == null ? 1 : p;
    }
}
