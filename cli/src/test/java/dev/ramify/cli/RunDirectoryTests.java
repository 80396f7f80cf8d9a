package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.store.RunDirectory;
import dev.ramify.core.study.StudyModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} says and leaves behind, with the built-in plugins. */
final class RunDirectoryTests {

    @TempDir private Path folder;
    private Path directory;

    @BeforeEach
    void choose() {
        directory = folder.resolve("run");
    }

    @Test
    void numbersAreTheSameAtOneThreadAndAtTwo() throws Exception {
        CommandLineRunner.Result one = run(SmallStudy.TEXT, "--threads", "1");
        Path first = Files.move(directory, folder.resolve("first"));
        CommandLineRunner.Result two = run(SmallStudy.TEXT, "--threads", "2");

        assertThat(two.code()).isZero();
        assertThat(two.out()).isEqualTo(one.out()).contains("two");
        SmallStudy.assertSame(directory, first);
    }

    @Test
    void trainingThatDivergesIsNamedAndGivesCodeOne() throws Exception {
        CommandLineRunner.Result result =
                run(
                        SmallStudy.TEXT.replace(
                                "epochs: 3",
                                "epochs: 3, initial-gain: 100, optimizer: {type: sgd, rate: 1000}"));

        assertThat(result.err())
                .contains("error: two/seed-1: ")
                .contains("epoch 1")
                .containsPattern("layer .*conv")
                .contains("training.optimizer.rate")
                .doesNotContain("Exception");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void aFileInPlaceOfTheRunDirectoryGivesCodeOne() throws Exception {
        Files.writeString(directory, "in the way");

        CommandLineRunner.Result result = run(SmallStudy.TEXT);

        assertThat(result.err())
                .contains(directory + " cannot be used as a run directory")
                .contains("a file of this name is in the way")
                .doesNotContain("Exception");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void aRunDirectoryInUseGivesCodeOne() throws Exception {
        CommandLineRunner.Result result;
        try (RunDirectory held = RunDirectory.open(directory)) {
            assertThat(held.root()).isEqualTo(directory);
            result = run(SmallStudy.TEXT);
        }

        assertThat(result.err()).contains("error: another process is running a study in");
        assertThat(result.code()).isEqualTo(1);
    }

    private CommandLineRunner.Result run(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), text);
        List<String> arguments =
                Stream.concat(
                                Stream.of("run", file.toString(), "--out", directory.toString()),
                                Stream.of(options))
                        .toList();
        return new CommandLineRunner(folder, new StudyModule())
                .run(arguments.toArray(String[]::new));
    }
}
