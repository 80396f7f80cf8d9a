package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.util.Modules;
import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.Verdict;
import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.core.study.LocalStudyRunner;
import dev.ramify.core.study.RunOptions;
import dev.ramify.core.study.StudyModule;
import dev.ramify.core.study.StudyOutcome;
import dev.ramify.core.study.StudyRunner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} makes of the study that it starts. */
final class StudyCommandTests {

    private static final String SOUND =
            """
            name: study
            dataset: {type: gratings}
            trunk: {preset: small-cnn}
            variants: [{name: two-columns, strategy: columns, branches: 2, from: conv1, to: pool2}]
            """;

    @TempDir private Path folder;

    @Test
    void verdictsAreDataAndTheReportIsForPeople() throws Exception {
        CommandLineRunner.Result result =
                run((pipeline, options, listener) -> outcome(options, List.of()));

        assertThat(result.out())
                .isEqualTo(
                        "two-columns\n  not tested: no inferential metric was measured, so no claim\n");
        assertThat(result.err()).contains("report: ").contains("report.html");
        assertThat(result.code()).isZero();
    }

    @Test
    void whatFailedIsNamedAndGivesCodeOne() throws Exception {
        CommandLineRunner.Result result =
                run(
                        (pipeline, options, listener) ->
                                outcome(options, List.of("two-columns seed 2: NaN at epoch 3")));

        assertThat(result.err()).contains("error: two-columns seed 2: NaN at epoch 3");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void theRunDirectoryAndThreadsAreHandedOn() throws Exception {
        List<RunOptions> seen = new ArrayList<>();

        run(
                (pipeline, options, listener) -> {
                    seen.add(options);
                    return outcome(options, List.of());
                },
                "--threads",
                "3",
                "--out",
                "elsewhere");

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).directory()).isEqualTo(Path.of("elsewhere"));
        assertThat(seen.get(0).cache()).isEqualTo(folder.resolve(".cache/ramify"));
        assertThat(seen.get(0).threads()).isEqualTo(3);
    }

    @Test
    void anUnexpectedFailureIsOneSentenceAndAFile() throws Exception {
        CommandLineRunner.Result result =
                run(
                        (pipeline, options, listener) -> {
                            throw new IllegalStateException("the wheel came off");
                        });

        List<String> lines = result.err().lines().toList();
        assertThat(lines).hasSize(2).first().asString().startsWith("data `gratings`: ");
        assertThat(lines.get(1)).startsWith("error: the wheel came off; this should not happen");
        Path trace = Path.of(lines.get(1).replaceAll(".* is in ", ""));
        assertThat(trace).content().contains("at dev.ramify.cli.StudyCommandTests");
        Files.delete(trace);
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void theTraceIsShownWhereItIsAskedFor() throws Exception {
        CommandLineRunner.Result result =
                run(
                        (pipeline, options, listener) -> {
                            throw new InterruptedException("stop");
                        },
                        "--debug");

        assertThat(result.err()).contains("at dev.ramify.cli.StudyCommandTests");
        assertThat(result.code()).isEqualTo(130);
    }

    @Test
    void memoryThatRanOutIsExplained() throws Exception {
        CommandLineRunner.Result result =
                run(
                        (pipeline, options, listener) -> {
                            throw new OutOfMemoryError("Java heap space");
                        });

        assertThat(result.err()).contains("memory ran out (Java heap space)").contains("-Xmx");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void metersAreServedWhileTheStudyRuns() throws Exception {
        List<String> scraped = new ArrayList<>();

        CommandLineRunner.Result result =
                run(
                        (pipeline, options, listener) -> {
                            scraped.add(scrape());
                            return outcome(options, List.of());
                        },
                        "--metrics-port",
                        Integer.toString(port()));

        assertThat(result.code()).isZero();
        assertThat(scraped.get(0)).contains("ramify_steps_total 0.0");
    }

    @Test
    void metersSayWhatWasDone() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("small.yaml"),
                        SmallStudy.TEXT.replace("seeds: [1, 2]", "seeds: [1]"));
        List<String> scraped = new ArrayList<>();
        Module scraping =
                Modules.override(new StudyModule())
                        .with(
                                new AbstractModule() {
                                    @Override
                                    protected void configure() {
                                        Provider<LocalStudyRunner> real =
                                                getProvider(LocalStudyRunner.class);
                                        OptionalBinder.newOptionalBinder(
                                                        binder(), StudyRunner.class)
                                                .setBinding()
                                                .toProvider(() -> scraping(real.get(), scraped));
                                    }
                                });

        CommandLineRunner.Result result =
                new CommandLineRunner(folder, scraping)
                        .run(
                                "run",
                                "--out",
                                folder.resolve("out").toString(),
                                "--metrics-port",
                                Integer.toString(port()),
                                file.toString());

        assertThat(result.code()).isZero();
        // 2 networks, 3 epochs of 6 steps of 16 images.
        assertThat(scraped.get(0))
                .contains("ramify_steps_total 36.0")
                .contains("ramify_samples_total 576.0")
                .contains("ramify_stage_seconds_count{stage=\"train\"} 6")
                .contains("ramify_stage_seconds_count{stage=\"measure\"} 2")
                .contains("ramify_memory_heap_bytes")
                .contains("ramify_memory_native_bytes")
                .contains("ramify_runs_active 0.0");
    }

    @Test
    void aPortThatCannotBeIsRefused() throws Exception {
        CommandLineRunner.Result result =
                run(
                        (pipeline, options, listener) -> outcome(options, List.of()),
                        "--metrics-port",
                        "70000");

        assertThat(result.err())
                .contains("--metrics-port must be between 0 and 65535, found 70000");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (java.net.ServerSocket taken =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            CommandLineRunner.Result result =
                    run(
                            (pipeline, options, listener) -> outcome(options, List.of()),
                            "--metrics-port",
                            Integer.toString(taken.getLocalPort()));

            assertThat(result.err())
                    .contains("the port %d cannot be used".formatted(taken.getLocalPort()));
            assertThat(result.code()).isEqualTo(2);
        }
    }

    private StudyRunner scraping(StudyRunner real, List<String> scraped) {
        return (pipeline, options, listener) -> {
            StudyOutcome outcome = real.run(pipeline, options, listener);
            scraped.add(scrape());
            return outcome;
        };
    }

    private int port;

    private int port() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
            return port;
        }
    }

    private String scrape() throws InterruptedException {
        try {
            URI address = URI.create("http://127.0.0.1:%d/metrics".formatted(port));
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static StudyOutcome outcome(RunOptions options, List<String> failures) {
        return new StudyOutcome(
                options.directory(),
                Optional.of(options.directory().resolve("report.html")),
                List.of(
                        new StudyOutcome.VariantOutcome(
                                "two-columns",
                                new Verdict(
                                        Outcome.NOT_TESTED, 1, List.of(), null, List.of(), null),
                                Comparisons.NONE)),
                Comparisons.NONE,
                failures);
    }

    private CommandLineRunner.Result run(StudyRunner runner, String... options) throws IOException {
        Module module =
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        OptionalBinder.newOptionalBinder(binder(), StudyRunner.class)
                                .setBinding()
                                .toInstance(runner);
                    }
                };
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(options));
        arguments.add(Files.writeString(folder.resolve("pipeline.yaml"), SOUND).toString());
        return new CommandLineRunner(folder, module).run(arguments.toArray(String[]::new));
    }
}
