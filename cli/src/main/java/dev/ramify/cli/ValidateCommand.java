package dev.ramify.cli;

import dev.ramify.core.pipeline.InvalidPipelineException;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.problem.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a pipeline. */
@Command(
        name = "validate",
        description = "Check a pipeline file: its form, its names, its networks and its data.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} validate study.yaml",
            "  ${ROOT-COMMAND-NAME} validate study.yaml --resolved > complete.yaml",
            "  ${ROOT-COMMAND-NAME} validate study.yaml --json"
        })
final class ValidateCommand implements Callable<Integer> {

    private final Provider<PipelineReader> reader;
    private final Console console;

    @Mixin private PipelineArguments arguments = new PipelineArguments();

    @Option(names = "--json", description = "Write the result as JSON to standard output.")
    private boolean json;

    @Option(
            names = "--resolved",
            description = "Write the pipeline with all defaults filled in to standard output.")
    private boolean resolved;

    @Inject
    ValidateCommand(Provider<PipelineReader> reader, Console console) {
        this.reader = reader;
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidPipelineException {
        ResolvedPipeline pipeline;
        try {
            pipeline = reader.get().read(arguments);
        } catch (InvalidPipelineException e) {
            if (json) {
                console.out().println(Json.document("validation", invalid(e.problems())));
            }
            throw e;
        }
        if (json) {
            console.out().println(Json.document("validation", valid(pipeline)));
        } else if (resolved) {
            console.out().print(pipeline.canonical().yaml());
        }
        console.say(
                "%s is sound: %s, %s, %s to train"
                        .formatted(
                                pipeline.spec().name(),
                                Units.of(pipeline.plan().variants().size(), "variant"),
                                Units.of(pipeline.spec().seeds().size(), "seed"),
                                Units.of(pipeline.plan().runs().size(), "network")));
        DataSummary.lines(pipeline).forEach(console::say);
        return ExitCode.OK.code();
    }

    private static Map<String, Object> valid(ResolvedPipeline pipeline) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("valid", true);
        content.put("problems", List.of());
        content.put("notes", pipeline.notes().stream().map(ValidateCommand::describe).toList());
        content.put("sha256", pipeline.canonical().sha256());
        content.put("pipeline", pipeline.canonical().tree());
        return content;
    }

    private static Map<String, Object> invalid(List<Problem> problems) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("valid", false);
        content.put("problems", problems.stream().map(ValidateCommand::describe).toList());
        return content;
    }

    private static Map<String, Object> describe(Problem problem) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("code", problem.code().toString());
        described.put("source", problem.where().source().name());
        described.put("line", problem.where().line() + 1);
        described.put("column", problem.where().column() + 1);
        described.put("length", problem.where().length());
        described.put("message", problem.message());
        described.put("hint", problem.hint());
        described.put("notes", problem.notes());
        return described;
    }
}
