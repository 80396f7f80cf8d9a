package dev.ramify.core.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of one plugin: one alone, or a folder of a plugin's jar and the libraries that it needs.
 *
 * @param location path of the jar or of the folder
 * @param jars the jars, in the order of their names
 */
record PluginFiles(Path location, List<Path> jars) {

    /** Find the plugins in a folder, in the order of their names; none if it does not exist. */
    static List<PluginFiles> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted()
                    .filter(entry -> Files.isDirectory(entry) || isJar(entry))
                    .map(PluginFiles::of)
                    .toList();
        }
    }

    private static PluginFiles of(Path entry) {
        if (!Files.isDirectory(entry)) {
            return new PluginFiles(entry, List.of(entry));
        }
        try (Stream<Path> files = Files.list(entry)) {
            return new PluginFiles(entry, files.filter(PluginFiles::isJar).sorted().toList());
        } catch (IOException e) {
            return new PluginFiles(entry, List.of());
        }
    }

    private static boolean isJar(Path path) {
        return path.toString().endsWith(".jar") && Files.isRegularFile(path);
    }
}
