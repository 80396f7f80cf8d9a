package dev.ramify.core.statistics;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Outcome;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.NullSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Observed values beside their null sample: makes the measurements of one metric in one layer. */
final class MetricTest {

    private final Observed observed;
    private final NullSample sample;

    /** The subjects that have a value, by index; all later arrays are in this order. */
    private final int[] defined;

    private final List<NullComparison> comparisons = new ArrayList<>();
    private final SubjectCorrection correction;

    MetricTest(Observed observed, NullSample sample) {
        this.observed = observed;
        this.sample = sample;
        this.defined =
                IntStream.range(0, observed.values().length)
                        .filter(s -> Double.isFinite(observed.values()[s]))
                        .toArray();
        for (int s : defined) {
            comparisons.add(
                    new NullComparison(
                            observed.values()[s], sample.values()[s], observed.profile().tail()));
        }
        this.correction = correction();
    }

    private SubjectCorrection correction() {
        if (!observed.tested() || defined.length == 0) {
            return SubjectCorrection.NOTHING;
        }
        double[][] exact = sample.exactP();
        double[] own = observed.exactP();
        return exact != null && own != null
                ? SubjectCorrection.minP(pick(own), pick(exact), sample.enough())
                : SubjectCorrection.maxT(
                        comparisons,
                        pick(observed.values()),
                        pick(sample.values()),
                        sample.enough());
    }

    /** Tell whether the answer is clear without more draws: not even one subject is extreme. */
    boolean isClear() {
        return correction.allStopped();
    }

    /** Return one measurement per subject. */
    List<Measurement> measurements() {
        Outcome[] outcomes = new Outcome[observed.values().length];
        for (int s = 0; s < outcomes.length; s++) {
            outcomes[s] = new Undefined(observed.reasons().apply(s));
        }
        for (int i = 0; i < defined.length; i++) {
            outcomes[defined[i]] = outcome(i);
        }
        List<Measurement> measurements = new ArrayList<>();
        for (int s = 0; s < outcomes.length; s++) {
            measurements.add(
                    new Measurement(
                            observed.metric(),
                            observed.layer(),
                            observed.subjects().get(s),
                            outcomes[s]));
        }
        return measurements;
    }

    private Outcome outcome(int i) {
        int s = defined[i];
        double value = observed.values()[s];
        NullComparison comparison = comparisons.get(i);
        String phrase = observed.phrases().apply(s);
        double[] exactP = observed.exactP();
        if (!observed.tested()) {
            return new Defined(value, null, null, null, null, false, null, phrase);
        }
        NullSummary chance =
                new NullSummary(
                        observed.model(),
                        comparison.mean(),
                        comparison.sd(),
                        sample.draws(),
                        observed.assumesIndependentUnits());
        Effects.Effect effect = Effects.effect(comparison, ceiling(s), observed.profile().tail());
        return new Defined(
                value,
                chance,
                comparison.z(),
                exactP == null ? comparison.p(sample.enough()) : exactP[s],
                correction.adjusted()[i],
                exactP != null,
                effect.size(),
                effect.note(),
                phrase);
    }

    private @Nullable Double ceiling(int s) {
        return Double.isFinite(observed.ceilings()[s]) ? observed.ceilings()[s] : null;
    }

    /** Return what a summary over seeds needs, one entry per subject with a value. */
    List<NullDraws> nulls() {
        List<NullDraws> named = new ArrayList<>();
        for (int i = 0; i < defined.length; i++) {
            int s = defined[i];
            named.add(
                    new NullDraws(
                            observed.metric(),
                            observed.layer(),
                            observed.subjects().get(s),
                            observed.profile().tail(),
                            observed.values()[s],
                            ceiling(s),
                            observed.tested() ? correction.adjusted()[i] : null,
                            observed.model(),
                            observed.assumesIndependentUnits(),
                            sample.values()[s]));
        }
        return named;
    }

    private double[] pick(double[] perSubject) {
        return Arrays.stream(defined).mapToDouble(s -> perSubject[s]).toArray();
    }

    private double[][] pick(double[][] perSubject) {
        return Arrays.stream(defined).mapToObj(s -> perSubject[s]).toArray(double[][]::new);
    }
}
