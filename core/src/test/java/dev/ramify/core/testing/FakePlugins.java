package dev.ramify.core.testing;

import dev.ramify.api.plugin.Extension;
import dev.ramify.api.plugin.RamifyPlugin;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.LoadedPlugin;
import dev.ramify.core.plugin.PluginOrigin;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Registers fake plugins without loading jars. */
public final class FakePlugins {

    private FakePlugins() {}

    /** Return a registry of {@link FakePlugin} alone. */
    public static ExtensionRegistry registry() {
        return new ExtensionRegistry(List.of(loaded(new FakePlugin(), "fake.jar")), List.of());
    }

    /** Return a plugin as if it had been loaded from a jar. */
    public static LoadedPlugin loaded(RamifyPlugin plugin, String jar) {
        Map<ExtensionKind, List<Extension<?>>> offers = new EnumMap<>(ExtensionKind.class);
        offers.put(ExtensionKind.STRATEGY, List.copyOf(plugin.strategies()));
        offers.put(ExtensionKind.METRIC, List.copyOf(plugin.metrics()));
        offers.put(ExtensionKind.VISUALIZER, List.copyOf(plugin.visualizers()));
        offers.put(ExtensionKind.DATASET, List.copyOf(plugin.datasets()));
        return new LoadedPlugin(plugin.id(), new PluginOrigin(jar, "1.0", "00"), offers);
    }
}
