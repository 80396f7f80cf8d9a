package dev.ramify.core.statistics;

import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import dev.ramify.api.metric.TrainingTest.Scale;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes summaries by hand. */
final class Summaries {

    static final Map<String, MetricProfile> PROFILES =
            Map.of(
                    "information", FakeMetric.profile(Kind.INFERENTIAL),
                    "concentration", FakeMetric.profile(Kind.INFERENTIAL),
                    "silhouette", FakeMetric.profile(Kind.DESCRIPTIVE));

    private Summaries() {}

    /** Make one whose p, of chance and of training, was corrected over the question alone. */
    static Summary withP(String metric, double p) {
        return of(metric, "conv1", Subject.layer(), 3, chance(p, p, 3), training(p, p, 3));
    }

    static Summary of(
            String metric,
            String layer,
            Subject subject,
            int seeds,
            @Nullable ChanceTest chance,
            @Nullable TrainingTest training) {
        return new Summary(
                metric,
                layer,
                subject,
                seeds,
                0.71,
                0.08,
                1.0,
                Collections.nCopies(seeds, 0.68),
                chance,
                training);
    }

    static ChanceTest chance(double p, @Nullable Double adjusted, int inAtLeast) {
        return new ChanceTest(NullModel.UNIT_PERMUTATION, false, p, adjusted, inAtLeast);
    }

    static ChanceTest assuming(double p) {
        return new ChanceTest(NullModel.UNIT_PERMUTATION, true, p, p, 0);
    }

    static TrainingTest training(double p, @Nullable Double adjusted, int seeds) {
        return new TrainingTest(
                Scale.EFFECT,
                Collections.nCopies(seeds, 0.6),
                0.6,
                null,
                p,
                Math.pow(2, -seeds),
                adjusted);
    }

    static List<Summary> list(Summary... summaries) {
        return List.of(summaries);
    }
}
