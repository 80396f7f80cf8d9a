package dev.ramify.core.plugin;

import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.plugin.Extension;
import dev.ramify.api.plugin.RamifyPlugin;
import java.util.List;
import java.util.function.Function;

/** What a plugin can add. */
public enum ExtensionKind {
    /** Ways to split a network. */
    STRATEGY(
            "branching strategy",
            "branching strategies",
            BranchingStrategy.class,
            RamifyPlugin::strategies),
    /** Statistics of how units are divided. */
    METRIC("metric", "metrics", SpecializationMetric.class, RamifyPlugin::metrics),
    /** Drawings of findings. */
    VISUALIZER("visualizer", "visualizers", Visualizer.class, RamifyPlugin::visualizers),
    /** Sources of images. */
    DATASET("dataset", "datasets", DatasetProvider.class, RamifyPlugin::datasets);

    private final String singular;
    private final String plural;
    private final Class<?> type;
    private final Function<RamifyPlugin, List<? extends Extension<?>>> offers;

    ExtensionKind(
            String singular,
            String plural,
            Class<?> type,
            Function<RamifyPlugin, List<? extends Extension<?>>> offers) {
        this.singular = singular;
        this.plural = plural;
        this.type = type;
        this.offers = offers;
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
        return offers.apply(plugin);
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
