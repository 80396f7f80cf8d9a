package dev.ramify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of commands that read a pipeline. */
final class PipelineArguments {

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline file.")
    private Path file = Path.of("pipeline.yaml");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Set a value beside the file, such as training.epochs=5 or variants[0].branches=4. May be given more than once.")
    private List<String> settings = new ArrayList<>();

    Path file() {
        return file;
    }

    List<String> settings() {
        return settings;
    }
}
