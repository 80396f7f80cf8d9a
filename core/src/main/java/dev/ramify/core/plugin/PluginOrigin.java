package dev.ramify.core.plugin;

/**
 * Where a plugin came from, for messages and provenance.
 *
 * @param location path of the jar, or of the folder of classes
 * @param version as the jar's manifest says, or {@code unknown}
 * @param sha256 digest of the jar, in lower-case hexadecimal; of a folder, that of its files
 */
public record PluginOrigin(String location, String version, String sha256) {}
