package dev.ramify.core.plugin;

import dev.ramify.api.plugin.Extension;
import dev.ramify.api.plugin.RamifyPlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds plugins through {@link ServiceLoader}, on the class path of the program and in folders of
 * jars. What is broken is reported and skipped.
 */
public final class PluginLoader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String SERVICE = "META-INF/services/" + RamifyPlugin.class.getName();
    private static final int MOST_ERRORS = 100;

    private final ClassLoader host;
    private final ExtensionCheck check;

    /**
     * @param host loads the classes that plugins share with the program
     * @param check refuses extensions
     */
    public PluginLoader(ClassLoader host, ExtensionCheck check) {
        this.host = host;
        this.check = check;
    }

    /**
     * Load all plugins.
     *
     * @param folders hold jars, and folders of jars; those that do not exist are passed over
     * @throws PluginConflictException if two claim one name
     */
    public ExtensionRegistry load(List<Path> folders) {
        List<LoadedPlugin> loaded = new ArrayList<>();
        List<BrokenPlugin> broken = new ArrayList<>();
        discover(host, "the class path", loaded, broken);
        for (Path folder : folders) {
            try {
                for (PluginFiles files : PluginFiles.in(folder)) {
                    loadFiles(files, loaded, broken);
                }
            } catch (IOException e) {
                broken.add(
                        new BrokenPlugin(
                                folder.toString(), "the folder cannot be read: " + e.getMessage()));
            }
        }
        return new ExtensionRegistry(loaded, broken);
    }

    private void loadFiles(
            PluginFiles files, List<LoadedPlugin> loaded, List<BrokenPlugin> broken) {
        String location = files.location().toString();
        List<URL> urls = new ArrayList<>();
        try {
            for (Path jar : files.jars()) {
                urls.add(jar.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            broken.add(new BrokenPlugin(location, "the path is no URL: " + e.getMessage()));
            return;
        }
        // Stays open: classes are loaded from it as long as the program runs.
        PluginClassLoader loader = new PluginClassLoader(location, urls, host);
        if (loader.findResource(SERVICE) == null) {
            broken.add(
                    new BrokenPlugin(
                            location,
                            "no jar here names a plugin in %s; is it a library?"
                                    .formatted(SERVICE)));
            return;
        }
        discover(loader, location, loaded, broken);
    }

    private void discover(
            ClassLoader loader,
            String location,
            List<LoadedPlugin> loaded,
            List<BrokenPlugin> broken) {
        Iterator<ServiceLoader.Provider<RamifyPlugin>> providers =
                ServiceLoader.load(RamifyPlugin.class, loader).stream().iterator();
        for (int errors = 0; errors < MOST_ERRORS; ) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<RamifyPlugin> provider = providers.next();
                loadProvider(provider, loaded, broken);
            } catch (ServiceConfigurationError | LinkageError e) {
                errors++;
                broken.add(new BrokenPlugin(location, Failures.explain(e)));
            }
        }
    }

    private void loadProvider(
            ServiceLoader.Provider<RamifyPlugin> provider,
            List<LoadedPlugin> loaded,
            List<BrokenPlugin> broken) {
        PluginOrigin origin = Origins.of(provider.type());
        try {
            RamifyPlugin plugin = provider.get();
            Map<ExtensionKind, List<Extension<?>>> offers = new EnumMap<>(ExtensionKind.class);
            List<String> defects = new ArrayList<>();
            checkId("plugin", plugin.id(), defects);
            for (ExtensionKind kind : ExtensionKind.values()) {
                offers.put(kind, offers(kind, plugin, defects));
            }
            if (defects.isEmpty()) {
                loaded.add(new LoadedPlugin(plugin.id(), origin, offers));
            } else {
                broken.add(new BrokenPlugin(origin.location(), String.join("; ", defects)));
            }
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            broken.add(new BrokenPlugin(origin.location(), Failures.explain(e)));
        }
    }

    private List<Extension<?>> offers(
            ExtensionKind kind, RamifyPlugin plugin, List<String> defects) {
        Set<String> seen = new HashSet<>();
        List<Extension<?>> offers = List.copyOf(kind.of(plugin));
        for (Extension<?> extension : offers) {
            checkId(kind.singular(), extension.id(), defects);
            if (!seen.add(extension.id())) {
                defects.add(
                        "it offers the %s '%s' twice".formatted(kind.singular(), extension.id()));
            }
            defects.addAll(check.defects(kind, extension));
        }
        return offers;
    }

    private static void checkId(String what, String id, List<String> defects) {
        if (!ID.matcher(id).matches()) {
            defects.add(
                    "the id '%s' of a %s is not lower-case words joined by '-'"
                            .formatted(id, what));
        }
    }
}
