package dev.ramify.core;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the program finds and keeps things.
 *
 * @param plugins folders of plugins, in the order of search
 * @param cache folder of downloads; may not exist
 */
public record HostFolders(List<Path> plugins, Path cache) {

    public HostFolders {
        plugins = List.copyOf(plugins);
    }
}
