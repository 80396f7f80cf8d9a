package dev.ramify.core.measure;

import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.yaml.Settings;
import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlScalar;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.NearestName;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import dev.ramify.core.problem.Source;
import dev.ramify.core.statistics.ConfiguredMetric;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from the command line which metrics are wanted, with which options: the keys and checks are
 * those of the metrics of a pipeline. Thread-safe.
 */
public final class MetricChoices {

    private static final Path HERE = Path.of("").toAbsolutePath();

    private final Binder binder;
    private final ExtensionRegistry extensions;

    @Inject
    public MetricChoices(Binder binder, ExtensionRegistry extensions) {
        this.binder = binder;
        this.extensions = extensions;
    }

    /**
     * Choose metrics.
     *
     * @param names of metrics, in the order wanted; empty for all of single networks
     * @param settings options of metrics, each {@code metric.option=value}
     * @param permutations of metrics for which no setting says otherwise
     * @throws MetricChoiceException naming every mistake
     */
    public List<MetricChoice> choose(
            List<String> names, List<String> settings, Optional<String> permutations) {
        List<Problem> problems = new ArrayList<>();
        List<String> wanted = names.isEmpty() ? ofOneNetwork() : names;
        YamlMap root = new YamlMap(List.of(), where("--metric", ""));
        Set<String> seen = new HashSet<>();
        for (String name : wanted) {
            if (seen.add(name)) {
                root = root.with(entry(name, "--metric " + name, chosen(name, permutations)));
            }
        }
        YamlNode tree = new Settings(problems).apply(root, settings, HERE);
        List<MetricChoice> choices = new ArrayList<>();
        if (tree instanceof YamlMap map) {
            for (YamlMap.Entry each : map.entries()) {
                choice(each, seen, problems).ifPresent(choices::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new MetricChoiceException(problems);
        }
        return choices;
    }

    private List<String> ofOneNetwork() {
        return extensions.list(ExtensionKind.METRIC).stream()
                .filter(each -> each.extension() instanceof SpecializationMetric)
                .map(each -> each.extension().id())
                .toList();
    }

    private static YamlMap chosen(String name, Optional<String> permutations) {
        String option = "--metric " + name;
        YamlMap map =
                new YamlMap(
                        List.of(entry("metric", option, scalar(name, option))),
                        where(option, name));
        return permutations
                .map(
                        count ->
                                map.with(
                                        entry(
                                                "permutations",
                                                "--permutations " + count,
                                                scalar(count, "--permutations " + count))))
                .orElse(map);
    }

    private static YamlMap.Entry entry(String key, String option, YamlNode value) {
        return new YamlMap.Entry(new YamlScalar(key, true, where(option, key)), value);
    }

    private static YamlScalar scalar(String text, String option) {
        return new YamlScalar(text, true, where(option, text));
    }

    private static Location where(String option, String text) {
        return new Location(
                new Source(option, text, HERE, Source.Kind.OPTION), 0, 0, text.length());
    }

    private Optional<MetricChoice> choice(
            YamlMap.Entry entry, Set<String> wanted, List<Problem> problems) {
        if (!wanted.contains(entry.name())) {
            problems.add(
                    new Problem(
                            ProblemCode.BAD_OVERRIDE,
                            entry.key().where(),
                            "`%s` is no metric that is measured".formatted(entry.name()),
                            NearestName.hint(entry.name(), wanted),
                            List.of("measured: " + String.join(", ", wanted))));
            return Optional.empty();
        }
        Binding<MetricSpec> binding = binder.bind(entry.value(), MetricSpec.class, entry.name());
        problems.addAll(binding.problems());
        return binding.value().flatMap(spec -> choice(spec, entry.key().where(), problems));
    }

    private static Optional<MetricChoice> choice(
            MetricSpec spec, Location where, List<Problem> problems) {
        String id = spec.metric().id();
        if (spec.metric().extension() instanceof SpecializationMetric<?> metric) {
            return Optional.of(
                    new MetricChoice(
                            ConfiguredMetric.of(id, metric, spec.metric().options()),
                            spec.layers(),
                            spec.permutations()));
        }
        problems.add(
                new Problem(
                        ProblemCode.DOES_NOT_FIT,
                        where,
                        "`%s` compares several networks, and the arrays are of one".formatted(id),
                        "put it among the metrics of a pipeline",
                        List.of()));
        return Optional.empty();
    }
}
