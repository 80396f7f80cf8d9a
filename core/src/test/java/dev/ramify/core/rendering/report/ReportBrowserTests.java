package dev.ramify.core.rendering.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.core.rendering.SampleFigures;
import dev.ramify.core.rendering.report.Report.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens reports in Chromium, where that is installed. */
class ReportBrowserTests {

    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";

    /** Clicks the first mark that shows a unit, twice, and tells what is marked meanwhile. */
    private static final String CLICKS =
            """
            <script>
            const mark = document.querySelector('[data-link="unit"]');
            const click = () => mark.dispatchEvent(new MouseEvent('click', {bubbles: true}));
            click();
            const same = document.querySelectorAll(`[data-unit="${CSS.escape(mark.dataset.unit)}"]`).length;
            const figures = new Set([...document.querySelectorAll('.selected')].map((e) => e.closest('figure')));
            const during = `${document.querySelectorAll('.selected').length === same} ${figures.size}`;
            click();
            document.body.dataset.result = `${during} ${document.querySelectorAll('.selected').length}`;
            </script>
            """;

    @TempDir Path folder;

    @Test
    void aReportOpensFromDiskWithoutAWordOnTheConsole() throws Exception {
        String page = open(report());
        assertThat(page).contains("<h1>study</h1>");
        assertThat(Files.readString(folder.resolve("log")))
                .doesNotContain("CONSOLE", "Content Security Policy", "Uncaught");
    }

    @Test
    void aUnitThatIsClickedIsMarkedInAllFiguresUntilItIsClickedAgain() throws Exception {
        String page = open(report().replaceFirst(POLICY, "") + CLICKS);
        assertThat(page).contains("data-result=\"true 2 0\"");
    }

    private static String report() {
        Report report =
                new Report(
                        "study",
                        "two networks",
                        List.of(new Verdict("net", false, Outcome.DESCRIBED, List.of("words"))),
                        List.of(
                                SampleFigures.everyMark(),
                                SampleFigures.everyMark(),
                                SampleFigures.table()),
                        MethodsNote.of(9999, 5),
                        Map.of("seed", "1"),
                        List.of());
        return new ReportRenderer().render(report).html();
    }

    /** Open a page and return what its scripts made of it. */
    private String open(String html) throws IOException, InterruptedException {
        Optional<Path> browser =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(browser.isPresent(), "no Chromium is installed");
        Path file = folder.resolve("report.html");
        Files.writeString(file, html);
        Path out = folder.resolve("out");
        Process process =
                new ProcessBuilder(
                                browser.orElseThrow().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--enable-logging=stderr",
                                "--v=0",
                                "--virtual-time-budget=2000",
                                "--dump-dom",
                                file.toUri().toString())
                        .redirectOutput(out.toFile())
                        .redirectError(folder.resolve("log").toFile())
                        .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("Chromium ended").isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
