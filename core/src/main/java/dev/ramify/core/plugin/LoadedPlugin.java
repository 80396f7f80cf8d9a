package dev.ramify.core.plugin;

import dev.ramify.api.plugin.Extension;
import java.util.List;
import java.util.Map;

/**
 * A plugin with what it offers, as asked once while loading.
 *
 * @param id as the plugin says
 * @param origin where it came from
 * @param extensions what it offers, by kind
 */
public record LoadedPlugin(
        String id, PluginOrigin origin, Map<ExtensionKind, List<Extension<?>>> extensions) {

    public LoadedPlugin {
        extensions = Map.copyOf(extensions);
    }

    /** Return what it offers of a kind. */
    public List<Extension<?>> offers(ExtensionKind kind) {
        return extensions.getOrDefault(kind, List.of());
    }
}
