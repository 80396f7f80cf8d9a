package dev.ramify.core.statistics;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.random.Seed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.jspecify.annotations.Nullable;

/** Summarizes metrics over the seeds of a variant: the seed is the replicate. Thread-safe. */
public final class SeedSummaries {

    private static final double LEVEL = 0.95;

    @Inject
    public SeedSummaries() {}

    /**
     * Summarize what several networks kept, in order of first appearance; p is not yet corrected
     * over the study.
     *
     * @param networks for each seed, all that the evaluations of one network kept
     * @param seed the source of randomness of the test
     * @see StudyCorrection
     */
    public List<Summary> summarize(List<List<NullDraws>> networks, Seed seed) {
        Map<Key, List<NullDraws>> groups = new LinkedHashMap<>();
        for (List<NullDraws> network : networks) {
            for (NullDraws each : network) {
                groups.computeIfAbsent(Key.of(each), key -> new ArrayList<>()).add(each);
            }
        }
        List<Summary> summaries = new ArrayList<>();
        groups.forEach((key, group) -> summaries.add(summary(key, group, seed)));
        return summaries;
    }

    private static Summary summary(Key key, List<NullDraws> group, Seed seed) {
        boolean tested = group.stream().allMatch(each -> each.draws().length > 0);
        double[] nullMeans = group.stream().mapToDouble(each -> each.comparison().mean()).toArray();
        double[] effects =
                group.stream()
                        .map(SeedSummaries::effect)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        boolean sized = effects.length == group.size();
        int significant =
                (int)
                        group.stream()
                                .filter(each -> ClaimRule.isSignificant(each.pAdjusted()))
                                .count();
        return new Summary(
                key.metric(),
                key.layer(),
                key.subject(),
                group.size(),
                group.stream().mapToDouble(NullDraws::value).average().orElseThrow(),
                tested ? new Mean().evaluate(nullMeans) : Double.NaN,
                ceiling(group),
                tested
                        ? new StratifiedTest(group).p(seed.derive(key.toString()).generator())
                        : null,
                null,
                sized ? new Mean().evaluate(effects) : null,
                sized ? interval(effects) : null,
                significant);
    }

    private static @Nullable Double effect(NullDraws each) {
        return Effects.effect(each.value(), each.comparison().mean(), each.ceiling());
    }

    private static @Nullable Double ceiling(List<NullDraws> group) {
        double sum = 0;
        for (NullDraws each : group) {
            Double ceiling = each.ceiling();
            if (ceiling == null) {
                return null;
            }
            sum += ceiling;
        }
        return sum / group.size();
    }

    /** Student's interval of the mean; null with fewer than two values. */
    static @Nullable Interval interval(double[] values) {
        int n = values.length;
        if (n < 2) {
            return null;
        }
        double mean = new Mean().evaluate(values);
        double quantile = new TDistribution(n - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
        double half = quantile * new StandardDeviation().evaluate(values) / Math.sqrt(n);
        return new Interval(mean - half, mean + half, LEVEL);
    }

    private record Key(String metric, String layer, Subject subject) {

        static Key of(NullDraws each) {
            return new Key(each.metric(), each.layer(), each.subject());
        }
    }
}
