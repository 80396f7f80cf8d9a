package dev.ramify.core.statistics;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Outcome;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Observed values beside their null sample: makes the measurements of one metric in one layer. */
final class MetricTest {

    private final String metric;
    private final String layer;
    private final MetricProfile profile;
    private final Scores scores;
    private final NullSample sample;
    private final Assignment recorded;
    private final double[] observed;
    private final double[] ceilings;
    private final double @Nullable [] exactP;

    /** The subjects that have a value, by index; all later arrays are in this order. */
    private final int[] defined;

    private final List<NullComparison> comparisons = new ArrayList<>();

    MetricTest(ConfiguredMetric<?> metric, MetricInput input, Scores scores, NullSample sample) {
        this.metric = metric.name();
        this.layer = input.layer().layer();
        this.profile = metric.metric().profile();
        this.scores = scores;
        this.sample = sample;
        this.recorded = input.layer().assignment();
        this.observed = scores.values(recorded);
        this.ceilings = scores.ceilings(recorded);
        this.exactP = sample.exactP() == null ? null : scores.exactP(recorded);
        this.defined =
                IntStream.range(0, observed.length)
                        .filter(s -> Double.isFinite(observed[s]))
                        .toArray();
        for (int s : defined) {
            comparisons.add(new NullComparison(observed[s], sample.values()[s], profile.tail()));
        }
    }

    Evaluation evaluation(BranchKinds kinds) {
        List<Subject> subjects = scores.subjects();
        Outcome[] outcomes = new Outcome[observed.length];
        for (int s = 0; s < outcomes.length; s++) {
            outcomes[s] = new Undefined(scores.prepared().reason(s));
        }
        double[] adjusted = adjusted();
        for (int i = 0; i < defined.length; i++) {
            outcomes[defined[i]] = outcome(i, adjusted[i]);
        }
        List<Measurement> measurements = new ArrayList<>();
        for (int s = 0; s < outcomes.length; s++) {
            measurements.add(new Measurement(metric, layer, subjects.get(s), outcomes[s]));
        }
        return new Evaluation(
                measurements,
                scores.unitColumns(recorded.units()),
                nulls(subjects, adjusted, kinds));
    }

    private boolean tested() {
        return profile.nullModel() != NullModel.NONE;
    }

    private double[] adjusted() {
        if (!tested() || defined.length == 0) {
            return new double[defined.length];
        }
        double[][] exact = sample.exactP();
        return exact != null && exactP != null
                ? SubjectCorrection.minP(pick(exactP), pick(exact))
                : SubjectCorrection.maxT(comparisons, pick(observed), pick(sample.values()));
    }

    private Outcome outcome(int i, double adjusted) {
        int s = defined[i];
        NullComparison comparison = comparisons.get(i);
        String phrase = scores.prepared().phrase(s, recorded);
        if (!tested()) {
            return new Defined(observed[s], null, null, null, null, false, null, phrase);
        }
        NullSummary chance =
                new NullSummary(
                        profile.nullModel(), comparison.mean(), comparison.sd(), sample.draws());
        return new Defined(
                observed[s],
                chance,
                comparison.z(),
                exactP == null ? comparison.p() : exactP[s],
                adjusted,
                exactP != null,
                Effects.effect(observed[s], comparison.mean(), ceiling(s)),
                phrase);
    }

    private @Nullable Double ceiling(int s) {
        return Double.isFinite(ceilings[s]) ? ceilings[s] : null;
    }

    private List<NullDraws> nulls(List<Subject> subjects, double[] adjusted, BranchKinds kinds) {
        List<NullDraws> named = new ArrayList<>();
        for (int i = 0; i < defined.length; i++) {
            int s = defined[i];
            named.add(
                    new NullDraws(
                            metric,
                            layer,
                            subjects.get(s),
                            profile.tail(),
                            observed[s],
                            ceiling(s),
                            tested() ? adjusted[i] : null,
                            sample.values()[s]));
        }
        return new AlikeBranches(kinds, recorded.branches()).join(named);
    }

    private double[] pick(double[] perSubject) {
        return Arrays.stream(defined).mapToDouble(s -> perSubject[s]).toArray();
    }

    private double[][] pick(double[][] perSubject) {
        return Arrays.stream(defined).mapToObj(s -> perSubject[s]).toArray(double[][]::new);
    }
}
