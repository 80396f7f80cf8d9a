package dev.ramify.plugins.visualizers.curves;

import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.plugins.visualizers.wording.OverSeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One number of one variant from epoch to epoch.
 *
 * @param variant its name
 * @param index its place in the study
 * @param control whether it is a control
 * @param seeds one line per seed: epoch to value
 * @param mean over the seeds that reached an epoch
 */
record Trace(
        String variant,
        int index,
        boolean control,
        List<SortedMap<Integer, Double>> seeds,
        SortedMap<Integer, OverSeeds> mean) {

    /** Follow a number; {@code NaN} where it was not taken. */
    static Trace of(VariantFindings variant, int index, ToDoubleFunction<EpochFindings> number) {
        List<SortedMap<Integer, Double>> seeds = new ArrayList<>();
        SortedMap<Integer, List<Double>> byEpoch = new TreeMap<>();
        for (RunFindings run : variant.runs()) {
            SortedMap<Integer, Double> line = new TreeMap<>();
            for (EpochFindings epoch : run.epochs()) {
                double value = number.applyAsDouble(epoch);
                if (Double.isFinite(value)) {
                    line.put(epoch.epoch(), value);
                    byEpoch.computeIfAbsent(epoch.epoch(), key -> new ArrayList<>()).add(value);
                }
            }
            if (!line.isEmpty()) {
                seeds.add(line);
            }
        }
        SortedMap<Integer, OverSeeds> mean = new TreeMap<>();
        byEpoch.forEach(
                (epoch, values) ->
                        mean.put(
                                epoch,
                                OverSeeds.of(
                                        values.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray())));
        boolean control = variant.role() == VariantFindings.Role.CONTROL;
        return new Trace(variant.name(), index, control, seeds, mean);
    }

    boolean isEmpty() {
        return mean.isEmpty();
    }

    /** Return the value at the first epoch; there is one unless the trace is empty. */
    OverSeeds first() {
        return Objects.requireNonNull(mean.get(mean.firstKey()));
    }

    /** Return the value at the last epoch; there is one unless the trace is empty. */
    OverSeeds last() {
        return Objects.requireNonNull(mean.get(mean.lastKey()));
    }
}
