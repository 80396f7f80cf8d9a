package dev.ramify.core.pipeline;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemPrinter;
import dev.ramify.core.testing.FakePlugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads pipelines from texts, with the fake plugins. */
final class Pipelines {

    static final String SOUND =
            """
            name: quickstart
            dataset: {type: dots, size: 16}
            trunk: {preset: small-cnn}
            variants:
              - {name: halves, strategy: split, branches: 2}
              - {name: whole, role: control, strategy: none, branches-of: halves}
            training: {epochs: 3}
            seeds: [1, 2, 3]
            metrics: [{metric: purity, least: 0.2}, factor-purity]
            visualizers: [blank]
            """;

    private final Path folder;

    Pipelines(Path folder) {
        this.folder = folder;
    }

    static PipelineLoader loader() {
        Schemas schemas = new Schemas();
        return new PipelineLoader(new Binder(schemas, FakePlugins.registry()), schemas);
    }

    Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("pipeline.yaml"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ResolvedPipeline load(String text, String... settings) throws InvalidPipelineException {
        return loader().load(
                        write(text.getBytes(StandardCharsets.UTF_8)), List.of(settings), folder);
    }

    /** Return the problems of a pipeline that must have some. */
    List<Problem> problems(String text, String... settings) {
        return problems(write(text.getBytes(StandardCharsets.UTF_8)), settings);
    }

    List<Problem> problems(Path file, String... settings) {
        InvalidPipelineException e =
                catchThrowableOfType(
                        InvalidPipelineException.class,
                        () -> loader().load(file, List.of(settings), folder));
        if (e == null) {
            throw new AssertionError("the pipeline was accepted");
        }
        return e.problems();
    }

    /** Return what people see, with the folder's path taken out. */
    String shown(List<Problem> problems) {
        return new ProblemPrinter().print(problems).replace(folder + "/", "");
    }
}
