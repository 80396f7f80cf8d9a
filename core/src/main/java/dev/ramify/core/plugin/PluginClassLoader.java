package dev.ramify.core.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads one plugin's classes: the JDK and what plugins share with the host come from the host, all
 * else from the plugin's own jars. So two plugins may use two versions of one library, while arrays
 * and native libraries exist once.
 */
final class PluginClassLoader extends URLClassLoader {

    private static final List<String> SHARED =
            List.of(
                    "dev.ramify.api.",
                    "dev.ramify.numerics.",
                    "org.nd4j.",
                    "org.bytedeco.",
                    "org.slf4j.",
                    "org.jspecify.",
                    "org.apiguardian.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    PluginClassLoader(String name, List<URL> jars, ClassLoader host) {
        super(name, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }
}
