package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressDisplayTests {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;

    @Test
    void withoutTerminalThereIsAPlainLineEveryTenSeconds() {
        try (ProgressDisplay display = display(false)) {
            for (int second = 0; second <= 25; second++) {
                now = second * SECOND;
                display.update(second / 100.0, "epoch " + second);
            }
        }

        assertThat(shown()).isEqualTo("10 %  eta 1m30s  epoch 10\n20 %  eta 1m20s  epoch 20\n");
    }

    @Test
    void onATerminalABarIsRedrawnAndCleared() {
        try (ProgressDisplay display = display(true)) {
            display.update(0.5, "half");
        }

        assertThat(shown()).isEqualTo("\r\u001B[K[##########----------]  50 %  half\r\u001B[K");
    }

    @Test
    void onATerminalUpdatesThatComeTooFastAreNotDrawn() {
        try (ProgressDisplay display = display(true)) {
            for (int i = 0; i < 1000; i++) {
                now += SECOND / 1000;
                display.update(i / 1000.0, "work");
            }
        }

        assertThat(shown().split("\r", -1)).hasSizeLessThan(15);
    }

    @Test
    void aLineFitsTheTerminal() {
        try (ProgressDisplay display = display(true)) {
            display.update(0.5, "x".repeat(500));
        }

        assertThat(shown().replaceAll("[\r\u001B]|\\[K", "").length()).isLessThan(80);
    }

    @Test
    void wordsAreNotBrokenAtTheEdge() {
        assertThat(ProgressDisplay.fitting("two/seed-1 epoch 3/10 acc .812", 24))
                .isEqualTo("two/seed-1 epoch 3/10 \u2026")
                .hasSizeLessThanOrEqualTo(24);
        assertThat(ProgressDisplay.fitting("short", 24)).isEqualTo("short");
    }

    @Test
    void aStateIsShownAtOnceOnATerminalAlone() {
        try (ProgressDisplay display = display(true)) {
            display.state("reading pipeline.yaml");
            assertThat(shown()).contains("reading pipeline.yaml");
        }
        err.reset();
        try (ProgressDisplay display = display(false)) {
            display.state("reading pipeline.yaml");
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatIsDoneHasNoTimeLeft() {
        try (ProgressDisplay display = display(false)) {
            display.update(0, "begun");
            now = 20 * SECOND;
            display.update(1, "done");
        }

        assertThat(shown()).isEqualTo("100 %  done\n");
    }

    @Test
    void aNoteStaysAboveTheBar() {
        try (ProgressDisplay display = display(true)) {
            display.update(0.5, "half");
            display.note("variant a stopped");
        }

        assertThat(shown()).endsWith("half\r\u001B[Kvariant a stopped\n");
    }

    @Test
    void whatAnEarlierCommandDidSaysNothingOfTheTimeLeft() {
        try (ProgressDisplay display = display(false)) {
            display.update(0.8, "resumed");
            now = 10 * SECOND;
            display.update(0.9, "going on");
        }

        assertThat(shown()).isEqualTo("90 %  eta 10s  going on\n");
    }

    private ProgressDisplay display(boolean terminal) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ProgressDisplay(
                new Console(new DataStream(err), stream, terminal, false, 80, Console.NAME),
                () -> now);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
