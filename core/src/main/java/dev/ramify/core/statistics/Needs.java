package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Need;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares what a metric needs with what an input has. */
final class Needs {

    private Needs() {}

    /** Say what is missing; empty if nothing is. */
    static String missing(MetricProfile profile, MetricInput input) {
        return profile.needs().stream()
                .sorted()
                .map(need -> missing(need, input))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String missing(Need need, MetricInput input) {
        return switch (need) {
            case BRANCHES ->
                    branches(input) >= 2
                            ? null
                            : "the layer is not branched; at least 2 branches are needed";
            case UNBRANCHED ->
                    branches(input) < 2
                            ? null
                            : "the layer has %d branches, whose weights are apart by construction; one that was built without branches is needed"
                                    .formatted(branches(input));
            case ACTIVATIONS ->
                    input.layer().activations().samples() > 0
                            ? null
                            : "no activations of the layer were recorded";
            case LABELS -> input.recording().lackOfClasses().orElse(null);
            case FACTORS ->
                    input.recording().factors().isEmpty()
                            ? "no factors of the samples are known"
                            : null;
            case WEIGHTS ->
                    input.layer().weights().isEmpty()
                            ? "the weights were not recorded, or units differ in their number"
                            : null;
            case GATES ->
                    input.layer().gates().isEmpty()
                            ? "no gates were recorded; a router that weighs the branches is needed"
                            : null;
            case EXPERTS ->
                    input.layer().experts().isEmpty()
                            ? "no choices of experts were recorded"
                            : null;
            case LESIONS ->
                    input.lesions().isEmpty()
                            ? "there is no network to run with units silenced, only arrays"
                            : null;
        };
    }

    private static long branches(MetricInput input) {
        return IntStream.of(input.layer().assignment().sizes()).filter(size -> size > 0).count();
    }
}
