package dev.ramify.core.statistics;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
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

    static Summary withP(String metric, double p) {
        return summary(metric, Subject.layer(), 3, p, null, null, 0);
    }

    static Summary summary(
            String metric,
            Subject subject,
            int seeds,
            double p,
            @Nullable Double adjusted,
            @Nullable Interval interval,
            int significant) {
        return new Summary(
                metric,
                "conv1",
                subject,
                seeds,
                0.71,
                0.08,
                1.0,
                p,
                adjusted,
                0.68,
                interval,
                significant);
    }
}
