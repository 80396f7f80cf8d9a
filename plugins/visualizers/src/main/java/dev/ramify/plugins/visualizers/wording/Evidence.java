package dev.ramify.plugins.visualizers.wording;

import dev.ramify.api.metric.Summary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads off summaries what they allow to be claimed. */
public final class Evidence {

    /** The greatest p that a claim may rest on. */
    public static final double ALPHA = 0.05;

    private static final int SEEDS_FOR_TRAINING = 5;

    private Evidence() {}

    /** Return the corrected p, which alone carries claims; null where none may be made. */
    public static @Nullable Double p(Summary summary) {
        return summary.pAdjusted();
    }

    /** Return the corrected p, or else the plain one, to be shown beside a claim. */
    public static @Nullable Double bestKnownP(Summary summary) {
        return summary.pAdjusted() == null ? summary.p() : summary.pAdjusted();
    }

    /**
     * Tell whether a value is beyond chance: its corrected p is small, and the seeds bear it out.
     * Either at least five have an interval of the mean effect without 0, or more than half are
     * significant by themselves, so that no title claims more than the verdict does.
     */
    public static boolean isBeyondChance(Summary summary) {
        Double p = p(summary);
        return p != null
                && p <= ALPHA
                && (seedsAgree(summary) || 2 * summary.significantSeeds() > summary.seeds());
    }

    private static boolean seedsAgree(Summary summary) {
        return summary.seeds() >= SEEDS_FOR_TRAINING
                && summary.interval().filter(each -> each.low() > 0 || each.high() < 0).isPresent();
    }

    /** Find the summary with the smallest corrected p, if any was tested. */
    public static Optional<Summary> strongest(List<Summary> summaries) {
        return summaries.stream()
                .filter(summary -> p(summary) != null)
                .min(
                        Comparator.comparing(
                                        (Summary summary) ->
                                                Optional.ofNullable(p(summary)).orElse(1.0))
                                .thenComparing(
                                        summary ->
                                                -Optional.ofNullable(summary.effect())
                                                        .orElse(0.0)));
    }

    /**
     * Write {@code smallest p = .31}, of a summary that is not beyond chance; where its p alone is
     * small, say why it is not.
     */
    public static String smallest(Summary summary) {
        Double p = p(summary);
        String smallest = "smallest " + Numbers.p(p);
        return p != null && p <= ALPHA
                ? "%s, but only %d of %s by themselves"
                        .formatted(
                                smallest,
                                summary.significantSeeds(),
                                Naming.count(summary.seeds(), "seed", "seeds"))
                : smallest;
    }

    /** Write {@code effect .46 [.38, .54], p = .0004, 5 of 5 seeds}. */
    public static String inBrackets(Summary summary) {
        Double effect = summary.effect();
        String size =
                effect == null
                        ? ""
                        : ("effect "
                                                + Numbers.value(effect)
                                                + " "
                                                + Numbers.interval(summary.effectInterval()))
                                        .trim()
                                + ", ";
        return "%s%s, %d of %s"
                .formatted(
                        size,
                        Numbers.p(p(summary)),
                        summary.significantSeeds(),
                        Naming.count(summary.seeds(), "seed", "seeds"));
    }
}
