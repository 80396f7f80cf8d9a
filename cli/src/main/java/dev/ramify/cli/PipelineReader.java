package dev.ramify.cli;

import dev.ramify.core.HostFolders;
import dev.ramify.core.pipeline.InvalidPipelineException;
import dev.ramify.core.pipeline.PipelineLoader;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.problem.ProblemPrinter;
import jakarta.inject.Inject;

/** Reads pipelines for commands, and tells people of plugins that could not be loaded. */
final class PipelineReader {

    private final PipelineLoader loader;
    private final ExtensionRegistry extensions;
    private final HostFolders folders;
    private final Console console;

    @Inject
    PipelineReader(
            PipelineLoader loader,
            ExtensionRegistry extensions,
            HostFolders folders,
            Console console) {
        this.loader = loader;
        this.extensions = extensions;
        this.folders = folders;
        this.console = console;
    }

    ResolvedPipeline read(PipelineArguments arguments) throws InvalidPipelineException {
        extensions.broken().forEach(plugin -> console.warn("skipped the plugin " + plugin));
        ResolvedPipeline pipeline =
                loader.load(arguments.file(), arguments.settings(), folders.cache());
        ProblemPrinter printer = new ProblemPrinter();
        pipeline.notes().forEach(note -> console.say(printer.print("note", note)));
        return pipeline;
    }
}
