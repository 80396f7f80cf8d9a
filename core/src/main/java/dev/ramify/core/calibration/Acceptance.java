package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.core.calibration.Calibration.Rates;
import dev.ramify.core.calibration.Condition.Control;
import dev.ramify.core.calibration.Condition.Planted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges whether the p values of a metric may carry a claim: false positives at .05 in [.02, .08]
 * with nothing planted, at most .08 of decoys, and power of at least .8 at the stated alpha.
 *
 * @param verdict the judgement
 * @param shortfalls what was not reached, in words
 */
public record Acceptance(Verdict verdict, List<String> shortfalls) {

    /** The fewest runs of each condition that allow a judgement. */
    public static final int LEAST_RUNS = 400;

    private static final double LEAST_FALSE = .02;
    private static final double MOST_FALSE = .08;
    private static final double LEAST_POWER = .8;

    /** What is thought of a metric. */
    public enum Verdict {
        /** It keeps its promise. */
        ACCEPTED,
        /** It does not, and must be labelled descriptive. */
        FAILED,
        /** There were too few runs to tell, or none. */
        NOT_JUDGED
    }

    public Acceptance {
        shortfalls = List.copyOf(shortfalls);
    }

    /** Judge the rates of a metric. */
    public static Acceptance of(Calibration calibration) {
        if (!(calibration.outcome() instanceof Rates rates)) {
            return new Acceptance(Verdict.NOT_JUDGED, List.of());
        }
        if (rates.rates().stream().anyMatch(rate -> rate.runs() < LEAST_RUNS)) {
            return new Acceptance(Verdict.NOT_JUDGED, List.of());
        }
        List<String> shortfalls = new ArrayList<>();
        rates.under(Condition.NOTHING_PLANTED)
                .map(RejectionRate::rate)
                .filter(rate -> rate < LEAST_FALSE || rate > MOST_FALSE)
                .ifPresent(rate -> shortfalls.add(text("false positives %.3f", rate)));
        rates.under(Control.DECOY)
                .map(RejectionRate::rate)
                .filter(rate -> rate > MOST_FALSE)
                .ifPresent(rate -> shortfalls.add(text("decoys %.3f", rate)));
        Planted stated = new Planted(rates.scenario().statedAlpha());
        rates.under(stated)
                .map(RejectionRate::rate)
                .filter(rate -> rate < LEAST_POWER)
                .ifPresent(
                        rate -> shortfalls.add(text("power %.3f", rate) + " at " + stated.label()));
        return new Acceptance(shortfalls.isEmpty() ? Verdict.ACCEPTED : Verdict.FAILED, shortfalls);
    }

    /** Tell whether a metric claims more than its calibration bears out. */
    public boolean contradicts(Kind kind) {
        return kind == Kind.INFERENTIAL && verdict == Verdict.FAILED;
    }

    private static String text(String format, double rate) {
        return String.format(Locale.ROOT, format, rate);
    }
}
