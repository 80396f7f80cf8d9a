package dev.ramify.api.plugin;

import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.StudyMetric;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a jar offers, found through {@link java.util.ServiceLoader}: name the implementation in
 * {@code META-INF/services/dev.ramify.api.plugin.RamifyPlugin}.
 *
 * <p>Needs a public constructor without arguments.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RamifyPlugin {

    /** Return the id of the plugin: lower case, words joined by {@code -}. */
    String id();

    /** Return the branching strategies on offer. */
    default List<BranchingStrategy<?>> strategies() {
        return List.of();
    }

    /** Return the specialization metrics on offer. */
    default List<SpecializationMetric<?>> metrics() {
        return List.of();
    }

    /** Return the metrics of several networks on offer; no id may be that of another metric. */
    default List<StudyMetric<?>> studyMetrics() {
        return List.of();
    }

    /** Return the visualizers on offer. */
    default List<Visualizer<?>> visualizers() {
        return List.of();
    }

    /** Return the dataset providers on offer. */
    default List<DatasetProvider<?>> datasets() {
        return List.of();
    }
}
