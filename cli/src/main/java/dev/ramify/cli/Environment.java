package dev.ramify.cli;

import dev.ramify.core.HostFolders;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was given: variables and properties.
 *
 * @param variables environment variables
 * @param home folder of the distribution, if the launcher said where it is
 * @param user folder of the user
 */
record Environment(Map<String, String> variables, Optional<Path> home, Path user) {

    static Environment system() {
        return new Environment(
                System.getenv(),
                Optional.ofNullable(System.getProperty("ramify.home")).map(Path::of),
                home(
                        System.getProperty("user.home", ""),
                        System.getProperty("java.io.tmpdir", ".")));
    }

    /** Where the system knows no such user it names a home that is none, such as {@code ?}. */
    static Path home(String told, String temporary) {
        Path home = Path.of(told);
        return home.isAbsolute() ? home : Path.of(temporary).resolve("ramify");
    }

    /**
     * Say where plugins and downloads are: plugins in the distribution's {@code plugins}, then in
     * those of {@code RAMIFY_PLUGINS}; downloads in {@code RAMIFY_DATA}, or else in {@code
     * ~/.cache/ramify}.
     */
    HostFolders folders() {
        List<Path> plugins = new ArrayList<>();
        home.ifPresent(folder -> plugins.add(folder.resolve("plugins")));
        for (String folder : variable("RAMIFY_PLUGINS").split(File.pathSeparator, -1)) {
            if (!folder.isBlank()) {
                plugins.add(Path.of(folder));
            }
        }
        return new HostFolders(plugins, cache());
    }

    private Path cache() {
        if (!variable("RAMIFY_DATA").isBlank()) {
            return Path.of(variable("RAMIFY_DATA"));
        }
        String caches = variable("XDG_CACHE_HOME");
        return (caches.isBlank() ? user.resolve(".cache") : Path.of(caches)).resolve("ramify");
    }

    private String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
