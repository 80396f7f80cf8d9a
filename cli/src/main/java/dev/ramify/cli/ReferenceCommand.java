package dev.ramify.cli;

import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.pipeline.reference.Reference;
import dev.ramify.core.plugin.ExtensionRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Writes the reference of pipeline files. */
@Command(
        name = "reference",
        hidden = true,
        description =
                "Write the reference of pipeline files, with all installed plugins, as Markdown.")
final class ReferenceCommand implements Callable<Integer> {

    private final Schemas schemas;
    private final Provider<ExtensionRegistry> registry;
    private final Console console;

    @Inject
    ReferenceCommand(Schemas schemas, Provider<ExtensionRegistry> registry, Console console) {
        this.schemas = schemas;
        this.registry = registry;
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(Reference.markdown(schemas, registry.get()));
        return ExitCode.OK.code();
    }
}
