package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with the built-in plugins, as people meet them. */
final class CommandTests {

    private static final String SOUND =
            """
            name: study
            dataset: {type: gratings}
            trunk: {preset: small-cnn}
            variants:
              - {name: two-columns, strategy: columns, branches: 2, from: conv1, to: pool2}
              - {name: unbranched, role: control, strategy: none, branches-of: two-columns}
            metrics: [family-information]
            """;

    @TempDir private Path folder;

    @Test
    void aSoundPipelineIsSaidToBeSound() throws Exception {
        CommandLineRunner.Result result = run("validate", pipeline(SOUND));

        assertThat(result.err()).contains("study is sound: 2 variants, 3 seeds, 6 networks");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isZero();
    }

    @Test
    void aWrongPipelineGivesItsMistakesOnStandardErrorAndCodeThree() throws Exception {
        String text = SOUND.replace("branches: 2,", "branches: 7,").replace("conv1", "conv9");

        CommandLineRunner.Result result = run("validate", pipeline(text));

        assertThat(result.err())
                .contains("pipeline.yaml:5:")
                .contains("1 problem")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void impossibleBranchesAreReportedByTheBuiltInStrategyAtItsOption() throws Exception {
        CommandLineRunner.Result result =
                run("validate", pipeline(SOUND.replace("branches: 2,", "branches: 7,")));

        assertThat(result.err()).contains("pipeline.yaml:5:").contains("7").contains("32");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void mistakesAreAlsoDataForPrograms() throws Exception {
        CommandLineRunner.Result result =
                run("validate", "--json", pipeline(SOUND.replace("metrics", "metrix")));

        JsonNode document = new JsonMapper().readTree(result.out());
        assertThat(document.get("schema").asText()).isEqualTo("ramify/validation");
        assertThat(document.get("valid").asBoolean()).isFalse();
        JsonNode problem = document.get("problems").get(0);
        assertThat(problem.get("code").asText()).isEqualTo("C103");
        assertThat(problem.get("line").asInt()).isEqualTo(7);
        assertThat(problem.get("hint").asText()).isEqualTo("did you mean `metrics`?");
    }

    @Test
    void theResolvedPipelineIsItselfAPipeline() throws Exception {
        CommandLineRunner.Result first = run("validate", "--resolved", pipeline(SOUND));

        CommandLineRunner.Result second = run("validate", "--resolved", pipeline(first.out()));

        assertThat(second.out()).isEqualTo(first.out()).contains("epochs: 10");
    }

    @Test
    void aSettingOverridesTheFile() throws Exception {
        CommandLineRunner.Result result =
                run("validate", "--resolved", "--set", "training.epochs=4", pipeline(SOUND));

        assertThat(result.out()).contains("epochs: 4");
    }

    @Test
    void aDryRunShowsVariantsCostsAndFilesAndWritesNothing() throws Exception {
        Path out = folder.resolve("out");

        CommandLineRunner.Result result =
                run("run", "--dry-run", "--out", out.toString(), pipeline(SOUND));

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .containsPattern(
                        "two-columns +studied +columns +\\S+k +\\S+M +conv1 \\(32 units in 2 branches\\)")
                .contains("6 networks to train (2 variants, seeds 1, 2, 3)")
                .containsPattern(
                        "estimates: \\S+ to train what is left, memory \\S+ MiB, disk \\S+ MiB")
                .contains("would write to " + out);
        assertThat(out).doesNotExist();
    }

    @Test
    void aDryRunIsAlsoDataForPrograms() throws Exception {
        CommandLineRunner.Result result = run("run", "--dry-run", "--json", pipeline(SOUND));

        JsonNode document = new JsonMapper().readTree(result.out());
        assertThat(document.get("runs").asInt()).isEqualTo(6);
        assertThat(document.get("variants").get(0).get("parameters").asLong()).isPositive();
        assertThat(document.get("sha256").asText()).hasSize(64);
    }

    @Test
    void missingDataGiveCodeFiveAndARemedy() throws Exception {
        CommandLineRunner.Result result =
                run(
                        "validate",
                        pipeline(SOUND.replace("type: gratings", "type: cifar10, path: nowhere")));

        assertThat(result.err()).contains("nowhere").contains("= ").doesNotContain("\tat ");
        assertThat(result.code()).isEqualTo(5);
    }

    @Test
    void anUnknownOptionOfTheCommandLineGivesCodeTwoAndASuggestion() throws Exception {
        CommandLineRunner.Result result = run("validate", "--jsn", pipeline(SOUND));

        assertThat(result.err()).contains("--jsn").contains("--json").contains("--help");
        assertThat(result.err().lines().count()).isLessThan(6);
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void anUnknownCommandGivesCodeTwoAndASuggestion() {
        CommandLineRunner.Result result = run("validat");

        assertThat(result.err()).contains("validate");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void helpListsCommandsAndExitCodes() {
        CommandLineRunner.Result result = run("--help");

        assertThat(result.out()).contains("validate").contains("doctor").contains("130");
        assertThat(result.code()).isZero();
    }

    @Test
    void builtInPluginsAreListedByKind() {
        CommandLineRunner.Result result = run("plugins", "list");

        assertThat(result.out())
                .contains("branching strategies\n")
                .contains("shuffled-columns")
                .contains("family-information")
                .contains("gratings");
    }

    @Test
    void pluginsAreListedWithTheirDigestsForPrograms() throws Exception {
        JsonNode document = new JsonMapper().readTree(run("plugins", "list", "--json").out());

        assertThat(document.get("plugins")).isNotEmpty();
        document.get("plugins")
                .forEach(plugin -> assertThat(plugin.get("sha256").asText()).hasSize(64));
    }

    @Test
    void aBrokenPluginIsNamedWithTheReasonAndGivesCodeFour() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(plugins.resolve("broken.jar"), "not a jar");

        CommandLineRunner.Result result =
                new CommandLineRunner(folder)
                        .with("RAMIFY_PLUGINS", plugins.toString())
                        .run("plugins", "list");

        assertThat(result.err()).contains("not loaded: " + plugins.resolve("broken.jar"));
        assertThat(result.code()).isEqualTo(4);
    }

    @Test
    void aDatasetThatNeedsNoDownloadIsSaidToNeedNone() {
        CommandLineRunner.Result result = run("data", "get", "gratings");

        assertThat(result.err()).contains("gratings needs no download");
        assertThat(result.code()).isZero();
    }

    @Test
    void anUnknownDatasetGetsTheNearestOne() {
        CommandLineRunner.Result result = run("data", "get", "cifar11");

        assertThat(result.err()).contains("did you mean `cifar10`?");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void theDoctorFindsJavaAndTheNativeLibraries() throws Exception {
        JsonNode document = new JsonMapper().readTree(run("doctor", "--json").out());

        assertThat(document.get("java").asText()).contains(Runtime.version().toString());
        assertThat(document.get("cores").asInt()).isPositive();
        assertThat(document.get("speed").asText()).contains("GFLOP/s");
    }

    @Test
    void wordsAreColouredOnlyWhereThatIsWanted() throws Exception {
        String wrong = pipeline(SOUND.replace("metrics", "metrix"));

        assertThat(run("validate", wrong).err()).doesNotContain("\u001B");
        assertThat(
                        new CommandLineRunner(folder)
                                .with("CLICOLOR_FORCE", "1")
                                .run("validate", wrong)
                                .err())
                .contains("\u001B[1;31merror[C103]");
        assertThat(
                        new CommandLineRunner(folder)
                                .with("CLICOLOR_FORCE", "1")
                                .with("NO_COLOR", "1")
                                .run("validate", wrong)
                                .err())
                .doesNotContain("\u001B");
    }

    private CommandLineRunner.Result run(String... arguments) {
        return new CommandLineRunner(folder).run(arguments);
    }

    private String pipeline(String text) throws IOException {
        return Files.writeString(folder.resolve("pipeline.yaml"), text).toString();
    }
}
