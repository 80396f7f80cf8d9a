package dev.ramify.core.plugin;

import dev.ramify.core.problem.NearestName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists the extensions of all plugins by kind and id. Immutable. */
public final class ExtensionRegistry {

    private final List<LoadedPlugin> plugins;
    private final List<BrokenPlugin> broken;
    private final Map<ExtensionKind, SortedMap<String, RegisteredExtension>> byKind =
            new EnumMap<>(ExtensionKind.class);

    /**
     * Register the extensions of plugins.
     *
     * @throws PluginConflictException if two plugins have one id, or two extensions of one kind
     */
    public ExtensionRegistry(List<LoadedPlugin> plugins, List<BrokenPlugin> broken) {
        this.plugins = plugins.stream().sorted(Comparator.comparing(LoadedPlugin::id)).toList();
        this.broken = List.copyOf(broken);
        List<String> conflicts = new ArrayList<>(duplicatePlugins());
        for (ExtensionKind kind : ExtensionKind.values()) {
            byKind.put(kind, register(kind, conflicts));
        }
        if (!conflicts.isEmpty()) {
            throw new PluginConflictException(conflicts);
        }
    }

    private List<String> duplicatePlugins() {
        List<String> conflicts = new ArrayList<>();
        Map<String, LoadedPlugin> seen = new HashMap<>();
        for (LoadedPlugin plugin : plugins) {
            LoadedPlugin earlier = seen.putIfAbsent(plugin.id(), plugin);
            if (earlier != null) {
                conflicts.add(
                        "the plugin '%s' is installed twice: %s and %s; remove one"
                                .formatted(
                                        plugin.id(),
                                        earlier.origin().location(),
                                        plugin.origin().location()));
            }
        }
        return conflicts;
    }

    private SortedMap<String, RegisteredExtension> register(
            ExtensionKind kind, List<String> conflicts) {
        SortedMap<String, RegisteredExtension> registered = new TreeMap<>();
        for (LoadedPlugin plugin : plugins) {
            plugin.offers(kind)
                    .forEach(
                            extension -> {
                                RegisteredExtension earlier =
                                        registered.putIfAbsent(
                                                extension.id(),
                                                new RegisteredExtension(kind, extension, plugin));
                                if (earlier != null && !earlier.plugin().id().equals(plugin.id())) {
                                    conflicts.add(
                                            "the %s '%s' comes from two plugins: %s and %s; remove one"
                                                    .formatted(
                                                            kind.singular(),
                                                            extension.id(),
                                                            earlier.plugin().origin().location(),
                                                            plugin.origin().location()));
                                }
                            });
        }
        return registered;
    }

    /** Return the plugins, in the order of their ids. */
    public List<LoadedPlugin> plugins() {
        return plugins;
    }

    /** Return what was found but could not be loaded. */
    public List<BrokenPlugin> broken() {
        return broken;
    }

    /** Find an extension. */
    public Optional<RegisteredExtension> find(ExtensionKind kind, String id) {
        return Optional.ofNullable(all(kind).get(id));
    }

    /** Return the extensions of a kind, in the order of their ids. */
    public List<RegisteredExtension> list(ExtensionKind kind) {
        return List.copyOf(all(kind).values());
    }

    /** Return the ids of a kind, in order. */
    public List<String> ids(ExtensionKind kind) {
        return List.copyOf(all(kind).keySet());
    }

    /** Find the id that somebody probably meant. */
    public Optional<String> nearest(ExtensionKind kind, String id) {
        return NearestName.of(id, ids(kind));
    }

    private SortedMap<String, RegisteredExtension> all(ExtensionKind kind) {
        SortedMap<String, RegisteredExtension> all = byKind.get(kind);
        return all == null ? new TreeMap<>() : all;
    }
}
