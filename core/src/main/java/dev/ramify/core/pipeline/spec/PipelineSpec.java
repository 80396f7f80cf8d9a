package dev.ramify.core.pipeline.spec;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A whole pipeline file. */
public record PipelineSpec(
        @Option(value = "name of the study and of its run directory", example = "quickstart")
                String name,
        @Option(value = "where the images come from", example = "{type: gratings}")
                DatasetSpec dataset,
        @Option(
                        value = "what is done to the images before the network sees them",
                        defaultValue = "{}")
                InputSpec input,
        @Option(value = "the network before it is branched", example = "{preset: small-cnn}")
                TrunkSpec trunk,
        @Option(
                        value = "the networks to compare, each a way to branch the trunk",
                        example = "[{name: two-columns, strategy: columns, branches: 2}]")
                List<VariantSpec> variants,
        @Option(value = "how every network is trained", defaultValue = "{}") TrainingSpec training,
        @Option(
                        value =
                                "one network of each variant is trained per seed; five or more let intervals say something",
                        defaultValue = "[1, 2, 3]")
                List<Long> seeds,
        @Option(value = "which activations are kept for the metrics", defaultValue = "{}")
                RecordSpec record,
        @Option(
                        value = "what is measured in every network, or of several together",
                        defaultValue = "[]")
                List<MetricSpec> metrics,
        @Option(
                        value =
                                "the questions that the study is made for: p is corrected over these, and what is"
                                        + " found besides is called exploratory; all questions if left out",
                        example = "[{metric: family-information, layers: [conv1]}]",
                        defaultValue = "[]")
                List<PrimarySpec> primary,
        @Option(value = "what is drawn in the report", defaultValue = "[]")
                List<VisualizerSpec> visualizers) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public PipelineSpec {
        checkName("name", name);
        variants = List.copyOf(variants);
        seeds = List.copyOf(seeds);
        metrics = List.copyOf(metrics);
        primary = List.copyOf(primary);
        visualizers = List.copyOf(visualizers);
        if (variants.isEmpty()) {
            throw new InvalidOptionException("variants", "there must be at least one variant");
        }
        checkSeeds(seeds);
    }

    /**
     * Check seeds.
     *
     * @throws InvalidOptionException if there is none, or one stands twice
     */
    public static void checkSeeds(List<Long> seeds) {
        if (seeds.isEmpty()) {
            throw new InvalidOptionException("seeds", "there must be at least one seed");
        }
        Set<Long> seen = new HashSet<>();
        for (Long seed : seeds) {
            if (!seen.add(seed)) {
                throw new InvalidOptionException(
                        "seeds",
                        "the seed %d stands twice; seeds must be distinct".formatted(seed));
            }
        }
    }

    /** Check a name that becomes part of file names. */
    static void checkName(String option, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidOptionException(
                    option,
                    "found `%s`; a name is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit"
                            .formatted(name.length() <= 80 ? name : name.substring(0, 80) + "..."));
        }
    }
}
