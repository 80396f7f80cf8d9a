package dev.ramify.core.plugin;

import dev.ramify.api.plugin.Extension;

/**
 * An extension in the registry.
 *
 * @param kind what it adds
 * @param extension the extension
 * @param plugin what it came with
 */
public record RegisteredExtension(ExtensionKind kind, Extension<?> extension, LoadedPlugin plugin) {

    /** Return the id of the extension. */
    public String id() {
        return extension.id();
    }
}
