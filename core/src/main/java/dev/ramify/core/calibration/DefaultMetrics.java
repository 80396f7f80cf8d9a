package dev.ramify.core.calibration;

import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.RegisteredExtension;
import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Source;
import dev.ramify.core.statistics.ConfiguredMetric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The registered metrics of single networks with the options that hold where a pipeline gives none.
 *
 * @param ready those that can be used so, in the order of their ids
 * @param demanding ids of those with options that have no default
 */
public record DefaultMetrics(List<ConfiguredMetric<?>> ready, List<String> demanding) {

    private static final Location DEFAULTS =
            new Location(new Source("the defaults", "", Path.of(""), Source.Kind.DEFAULT), 0, 0, 1);

    public DefaultMetrics {
        ready = List.copyOf(ready);
        demanding = List.copyOf(demanding);
    }

    /** Configure all metrics of single networks of a registry. */
    public static DefaultMetrics of(ExtensionRegistry registry, Binder binder) {
        List<ConfiguredMetric<?>> ready = new ArrayList<>();
        List<String> demanding = new ArrayList<>();
        for (RegisteredExtension each : registry.list(ExtensionKind.METRIC)) {
            if (each.extension() instanceof SpecializationMetric<?> metric) {
                configured(metric, binder)
                        .ifPresentOrElse(ready::add, () -> demanding.add(metric.id()));
            }
        }
        return new DefaultMetrics(ready, demanding);
    }

    private static <O extends Record> Optional<ConfiguredMetric<O>> configured(
            SpecializationMetric<O> metric, Binder binder) {
        return binder.bind(new YamlMap(List.of(), DEFAULTS), metric.options())
                .value()
                .map(options -> ConfiguredMetric.of(metric, options));
    }
}
