package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertCounts;
import dev.ramify.api.recording.ExpertRouting;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes recordings of routers by hand. */
final class Routers {

    static final TopOptions ALL = new TopOptions(0);

    private Routers() {}

    /** A layer whose router was counted group by group. */
    static MetricInput counted(long[][] counts, List<String> domains, int... domainOf) {
        LayerRecording layer = layer("moe", new ExpertRouting(new ExpertCounts(counts)));
        return input(List.of(layer), domains, groups(new int[0], domainOf));
    }

    /** A layer whose choices are known sample by sample, in groups with domains. */
    static MetricInput chosen(
            int[] chosen, int perSample, int experts, int[] groupOf, int[] domainOf) {
        LayerRecording layer =
                layer("moe", new ExpertRouting(ExpertChoices.of(chosen, perSample, experts)));
        return input(List.of(layer), numbered("domain", domainOf), groups(groupOf, domainOf));
    }

    static LayerRecording layer(String name, ExpertRouting routing) {
        int experts = routing.use().experts();
        Assignment assignment =
                Assignment.of(
                        IntStream.range(0, experts).mapToObj("e%d"::formatted).toList(),
                        IntStream.range(0, experts).toArray());
        return new LayerRecording(name, assignment, Activations.none(experts), null)
                .withExperts(routing);
    }

    static Groups groups(int[] groupOf, int[] domainOf) {
        return new Groups(
                IntStream.range(0, domainOf.length).mapToObj("g%d"::formatted).toList(),
                groupOf,
                domainOf);
    }

    /** The last of some layers is measured. */
    static MetricInput input(List<LayerRecording> layers, List<String> domains, Groups groups) {
        Recording recording =
                new Recording(layers, domains, new int[0], List.of(), new int[0][], new double[0])
                        .withGroups(groups);
        return new MetricInput(recording, layers.get(layers.size() - 1), new Seed(1));
    }

    private static List<String> numbered(String kind, int[] indices) {
        int most = Arrays.stream(indices).max().orElse(-1);
        return IntStream.rangeClosed(0, most).mapToObj(i -> kind + i).toList();
    }

    static double value(PreparedMetric prepared, MetricInput input) {
        return prepared.score(input.layer().assignment())[0];
    }

    /** Find what a metric describes beside its value. */
    static double property(PreparedMetric prepared, String name) {
        Subject subject = Subject.layer().and(Subject.PROPERTY, name);
        return prepared.descriptions().stream()
                .filter(each -> each.subject().equals(subject))
                .mapToDouble(Description::value)
                .findFirst()
                .orElseThrow();
    }

    static List<Measurement> measure(ConfiguredMetric<?> metric, MetricInput input, int draws) {
        return new MetricEvaluator()
                .evaluate(metric, input, BranchKinds.allAlike(), draws)
                .measurements();
    }

    /** Choose sets of different experts at random, with odds. */
    static int[] random(SplittableRandom random, int samples, int perSample, double... odds) {
        int[] chosen = new int[samples * perSample];
        for (int sample = 0; sample < samples; sample++) {
            double[] left = odds.clone();
            for (int place = 0; place < perSample; place++) {
                double at = random.nextDouble() * Arrays.stream(left).sum();
                int expert = 0;
                while (at >= left[expert]) {
                    at -= left[expert++];
                }
                left[expert] = 0;
                chosen[sample * perSample + place] = expert;
            }
        }
        return chosen;
    }
}
