package dev.ramify.cli;

import dev.ramify.core.plugin.BrokenPlugin;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.LoadedPlugin;
import dev.ramify.core.plugin.RegisteredExtension;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists plugins. */
@Command(
        name = "list",
        description =
                "List the plugins with what they offer, and those that could not be loaded, with the reason.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} plugins list",
            "  ${ROOT-COMMAND-NAME} plugins list --json"
        })
final class PluginsListCommand implements Callable<Integer> {

    private final Provider<ExtensionRegistry> registry;
    private final Console console;

    @Option(names = "--json", description = "Write the list as JSON.")
    private boolean json;

    @Inject
    PluginsListCommand(Provider<ExtensionRegistry> registry, Console console) {
        this.registry = registry;
        this.console = console;
    }

    @Override
    public Integer call() {
        ExtensionRegistry installed = registry.get();
        if (json) {
            console.out().println(Json.document("plugins", describe(installed)));
        } else {
            print(installed);
        }
        for (BrokenPlugin broken : installed.broken()) {
            console.complain("not loaded: " + broken);
        }
        return (installed.broken().isEmpty() ? ExitCode.OK : ExitCode.PLUGIN).code();
    }

    private void print(ExtensionRegistry installed) {
        for (ExtensionKind kind : ExtensionKind.values()) {
            List<RegisteredExtension> extensions = installed.list(kind);
            console.out().println(kind.plural());
            int widest = extensions.stream().mapToInt(e -> e.id().length()).max().orElse(0);
            for (RegisteredExtension extension : extensions) {
                console.out()
                        .printf(
                                Locale.ROOT,
                                "  %-" + widest + "s  %s%n",
                                extension.id(),
                                extension.extension().summary());
            }
            if (extensions.isEmpty()) {
                console.out().println("  none");
            }
        }
        console.out().println("plugins");
        for (LoadedPlugin plugin : installed.plugins()) {
            console.out()
                    .printf(
                            "  %s %s  %s%n",
                            plugin.id(), plugin.origin().version(), plugin.origin().location());
        }
        if (installed.plugins().isEmpty()) {
            console.out().println("  none");
        }
    }

    private static Map<String, Object> describe(ExtensionRegistry installed) {
        List<Map<String, Object>> plugins = new ArrayList<>();
        for (LoadedPlugin plugin : installed.plugins()) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("id", plugin.id());
            described.put("version", plugin.origin().version());
            described.put("location", plugin.origin().location());
            described.put("sha256", plugin.origin().sha256());
            for (ExtensionKind kind : ExtensionKind.values()) {
                described.put(
                        kind.name().toLowerCase(Locale.ROOT),
                        plugin.offers(kind).stream()
                                .map(e -> Map.of("id", e.id(), "summary", e.summary()))
                                .toList());
            }
            plugins.add(described);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("plugins", plugins);
        content.put(
                "broken",
                installed.broken().stream()
                        .map(b -> Map.of("location", b.location(), "reason", b.reason()))
                        .toList());
        return content;
    }
}
