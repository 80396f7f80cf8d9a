package dev.ramify.core.plugin;

import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.metric.Metric;
import dev.ramify.api.plugin.Extension;
import dev.ramify.api.plugin.RamifyPlugin;
import java.util.ArrayList;
import java.util.List;

/** What a plugin can add. */
public enum ExtensionKind {
    /** Ways to split a network. */
    STRATEGY("branching strategy", "branching strategies", BranchingStrategy.class),
    /** Statistics of how units are divided, in each network or in several together. */
    METRIC("metric", "metrics", Metric.class),
    /** Drawings of findings. */
    VISUALIZER("visualizer", "visualizers", Visualizer.class),
    /** Sources of images. */
    DATASET("dataset", "datasets", DatasetProvider.class);

    private final String singular;
    private final String plural;
    private final Class<?> type;

    ExtensionKind(String singular, String plural, Class<?> type) {
        this.singular = singular;
        this.plural = plural;
        this.type = type;
    }

    /** Return its name for people. */
    public String singular() {
        return singular;
    }

    /** Return its name for people, of several. */
    public String plural() {
        return plural;
    }

    /** Return the interface of its extensions. */
    public Class<?> type() {
        return type;
    }

    /** Return the extensions of this kind that a plugin offers. */
    List<? extends Extension<?>> of(RamifyPlugin plugin) {
        return switch (this) {
            case STRATEGY -> plugin.strategies();
            case METRIC -> metrics(plugin);
            case VISUALIZER -> plugin.visualizers();
            case DATASET -> plugin.datasets();
        };
    }

    private static List<Metric<?>> metrics(RamifyPlugin plugin) {
        List<Metric<?>> metrics = new ArrayList<>(plugin.metrics());
        metrics.addAll(plugin.studyMetrics());
        return metrics;
    }

    /**
     * Find the kind of an interface.
     *
     * @throws IllegalArgumentException if no kind has it
     */
    public static ExtensionKind of(Class<?> type) {
        for (ExtensionKind kind : values()) {
            if (kind.type.equals(type)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(type.getName() + " is no kind of extension");
    }
}
