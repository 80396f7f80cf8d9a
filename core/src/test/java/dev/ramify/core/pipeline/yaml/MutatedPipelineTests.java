package dev.ramify.core.pipeline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemPrinter;
import dev.ramify.core.testing.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of changed pipelines, from seeds: each is read, or refused in its place. */
final class MutatedPipelineTests {

    private static final int MUTANTS = Integer.getInteger("ramify.mutants", 3_000);

    private static final byte[] WHOLE =
            """
            # a pipeline
            name: quick
            dataset: &data {type: gratings, size: 16, train: 64}
            trunk: {preset: small-cnn, filters: [8, 8], kernel: 3}
            variants:
              - {name: "two", strategy: columns, branches: 2, dataset: *data}
              - name: 'one'
                strategy: none
                note: |
                  text
                  more
            seeds: [1, 2]
            <<: {training: {epochs: 1}}
            """
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @Test
    void pipelinesThatWereChangedAreReadOrRefused() throws IOException {
        int refused = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            Path file = folder.resolve("p.yaml");
            Files.write(file, Mutations.of(WHOLE, new SplittableRandom(seed)));
            List<Problem> problems = new ArrayList<>();
            long start = System.nanoTime();

            assertThatCode(
                            () ->
                                    new SourceReader()
                                            .read(file, problems)
                                            .ifPresent(
                                                    source ->
                                                            new YamlReader()
                                                                    .read(source, problems)))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d", seed)
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(new ProblemPrinter().print(problems))
                    .as("seed %d", seed)
                    .doesNotContain("\u001B", "\u202E", "\u0000");
            refused += problems.isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(MUTANTS / 10, MUTANTS - 1);
    }
}
