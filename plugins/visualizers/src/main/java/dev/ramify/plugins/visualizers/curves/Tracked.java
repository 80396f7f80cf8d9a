package dev.ramify.plugins.visualizers.curves;

import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.text.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline tracks at every epoch: one metric of one layer, as a whole. Single branches mean
 * something else in every seed and have no curve.
 *
 * @param metric id of the metric
 * @param layer name of the layer
 * @param subject what its values are about
 */
record Tracked(String metric, String layer, Subject subject) {

    /** What chance gives at one epoch: the mean, and the range that holds 95 % of one network. */
    record Chance(double mean, double low, double high) {}

    private static final double NORMAL_95 = 1.96;

    /** The share of seeds that must be beyond chance for an onset. */
    static final double ONSET_SHARE = 0.8;

    static List<Tracked> in(Findings findings) {
        Set<Tracked> found = new LinkedHashSet<>();
        for (VariantFindings variant : findings.variants()) {
            for (RunFindings run : variant.runs()) {
                for (EpochFindings epoch : run.epochs()) {
                    epoch.tracked().stream()
                            .filter(each -> !each.subject().parts().containsKey(Subject.BRANCH))
                            .forEach(
                                    each ->
                                            found.add(
                                                    new Tracked(
                                                            each.metric(),
                                                            each.layer(),
                                                            each.subject())));
                }
            }
        }
        return List.copyOf(found);
    }

    String title() {
        return Names.of(metric, subject) + " in " + layer;
    }

    double value(EpochFindings epoch) {
        return measured(epoch).map(Measurement.Defined::value).orElse(Double.NaN);
    }

    Optional<Measurement.Defined> measured(EpochFindings epoch) {
        return epoch.tracked().stream()
                .filter(
                        each ->
                                each.metric().equals(metric)
                                        && each.layer().equals(layer)
                                        && each.subject().equals(subject))
                .findFirst()
                .flatMap(Measurement::defined);
    }

    /** Return for every epoch what chance gives in a variant, averaged over seeds. */
    SortedMap<Integer, Chance> chance(VariantFindings variant) {
        SortedMap<Integer, double[]> sums = new TreeMap<>();
        for (RunFindings run : variant.runs()) {
            for (EpochFindings epoch : run.epochs()) {
                NullSummary chance = measured(epoch).map(Measurement.Defined::chance).orElse(null);
                if (chance != null) {
                    double[] sum = sums.computeIfAbsent(epoch.epoch(), key -> new double[3]);
                    sum[0] += chance.mean();
                    sum[1] += chance.sd();
                    sum[2]++;
                }
            }
        }
        SortedMap<Integer, Chance> bands = new TreeMap<>();
        sums.forEach(
                (epoch, sum) -> {
                    double mean = sum[0] / sum[2];
                    double reach = NORMAL_95 * sum[1] / sum[2];
                    bands.put(epoch, new Chance(mean, mean - reach, mean + reach));
                });
        return bands;
    }

    /**
     * Find the first epoch from which on, to the end, the value is beyond chance in at least four
     * of five seeds; null if there is none, or if the verdict does not claim what is tracked.
     */
    @Nullable Integer onset(VariantFindings variant) {
        if (!isClaimed(variant)) {
            return null;
        }
        SortedMap<Integer, int[]> counts = new TreeMap<>();
        for (RunFindings run : variant.runs()) {
            for (EpochFindings epoch : run.epochs()) {
                Double p = measured(epoch).map(Tracked::p).orElse(null);
                if (p != null) {
                    int[] count = counts.computeIfAbsent(epoch.epoch(), key -> new int[2]);
                    count[0] += p <= Claim.LEVEL ? 1 : 0;
                    count[1]++;
                }
            }
        }
        Integer onset = null;
        for (var entry : counts.entrySet()) {
            int[] count = entry.getValue();
            boolean beyond = count[0] >= Math.ceil(ONSET_SHARE * count[1]);
            onset = beyond ? Integer.valueOf(onset == null ? entry.getKey() : onset) : null;
        }
        return onset;
    }

    /** Tell whether the verdict on a variant claims what is tracked. */
    boolean isClaimed(VariantFindings variant) {
        return variant.verdict().claims().stream()
                .anyMatch(
                        claim ->
                                claim.metric().equals(metric)
                                        && claim.layer().equals(layer)
                                        && claim.subject().equals(subject));
    }

    private static @Nullable Double p(Measurement.Defined measured) {
        return measured.pAdjusted() == null ? measured.p() : measured.pAdjusted();
    }
}
