package dev.ramify.api.findings;

import dev.ramify.api.findings.Claim.Basis;
import dev.ramify.api.findings.Claim.Standing;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Puts a claim in words, the same in terminal, report and figures.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ClaimText {

    private ClaimText() {}

    /**
     * Write {@code family-information .71 of 1 bit (null .08, effect .68; p = .0005, in at least 3
     * of 3 networks)}.
     */
    public static String full(Claim claim) {
        Summary summary = claim.summary();
        StringBuilder text = new StringBuilder(Names.of(claim.metric(), claim.subject()));
        text.append(' ').append(Numbers.value(summary.mean()));
        if (summary.ceiling() != null) {
            text.append(" of ").append(Numbers.value(summary.ceiling()));
        }
        if (!claim.unit().isEmpty()) {
            text.append(' ').append(claim.unit());
        }
        text.append(" (null ").append(Numbers.value(summary.nullMean()));
        if (summary.effect() != null) {
            text.append(", effect ").append(Numbers.value(summary.effect()));
        }
        return text.append("; ").append(test(claim)).append(')').toString();
    }

    /** Write {@code effect .46, gain .40 [.33, .47], p = .004 over 8 seeds}. */
    public static String brief(Claim claim) {
        Double effect = claim.summary().effect();
        String size = effect == null ? "" : "effect " + Numbers.value(effect) + ", ";
        return size + test(claim);
    }

    /** Write {@code gain .40 [.33, .47] by training, p = .004 over 8 seeds}. */
    public static String test(Claim claim) {
        List<String> parts = new ArrayList<>();
        TrainingTest training = claim.summary().training();
        ChanceTest chance = claim.summary().chance();
        if (claim.basis() == Basis.TRAINED_AGAINST_UNTRAINED && training != null) {
            parts.add(gain(training));
            parts.add(
                    p(claim, training.p())
                            + " over "
                            + Numbers.count(training.seeds(), "seed", "seeds"));
        } else if (chance != null) {
            parts.add(p(claim, chance.p()));
            if (claim.summary().seeds() > 1) {
                parts.add(
                        "in at least %d of %d networks"
                                .formatted(chance.inAtLeast(), claim.summary().seeds()));
            }
        }
        if (claim.standing() == Standing.EXPLORATORY) {
            parts.add("exploratory");
        }
        return String.join(", ", parts);
    }

    /** Write {@code gain .40 [.33, .47] by training}. */
    public static String gain(TrainingTest training) {
        return ("gain "
                                + Numbers.value(training.gain())
                                + " "
                                + Numbers.interval(training.interval()))
                        .trim()
                + " by training";
    }

    /** Both numbers stand where they differ: the interval agrees with the first one. */
    private static String p(Claim claim, double plain) {
        String corrected = Numbers.p(claim.p());
        return corrected.equals(Numbers.p(plain))
                ? corrected
                : "%s, corrected %s".formatted(Numbers.p(plain), Numbers.probability(claim.p()));
    }
}
