package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Studies in a process of their own, which is stopped from outside. */
final class KillTests {

    private static final int KILLS = 10;
    private static final long SEED = 20_200_310;

    @TempDir private Path folder;
    private Path pipeline;

    @BeforeEach
    void write() throws IOException {
        pipeline = Files.writeString(folder.resolve("pipeline.yaml"), SmallStudy.TEXT);
    }

    @Test
    @Timeout(300)
    void aStudyThatIsKilledTenTimesEndsWithTheSameBytesAsOneThatIsNot() throws Exception {
        Study undisturbed = start("undisturbed");
        undisturbed.awaitBegin();
        long begin = System.nanoTime();
        undisturbed.awaitSuccess();
        long whole = System.nanoTime() - begin;

        Random random = new Random(SEED);
        int unfinished = 0;
        for (int i = 0; i < KILLS; i++) {
            Study killed = start("killed");
            killed.awaitBegin();
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * whole / (KILLS / 2.0)));
            killed.kill();
            unfinished += Files.exists(killed.directory().resolve("report.html")) ? 0 : 1;
        }
        Study last = start("killed");
        last.awaitSuccess();

        assertThat(unfinished).as("kills before the study was finished").isPositive();
        assertThat(last.verdict()).isEqualTo(undisturbed.verdict()).contains("two");
        SmallStudy.assertSame(last.directory(), undisturbed.directory());
    }

    @Test
    @Timeout(120)
    void aStudyThatIsAskedToStopSaysHowToContinue() throws Exception {
        Study study = start("stopped");
        study.awaitBegin();
        study.stop();

        assertThat(study.words())
                .contains("run the same command again to continue")
                .doesNotContain("Exception");
        assertThat(study.process().exitValue()).isEqualTo(128 + 15);
    }

    private Study start(String name) throws IOException {
        Path directory = folder.resolve(name);
        Path provenance = directory.resolve("provenance.json");
        long written = Files.exists(provenance) ? modified(provenance) : -1;
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.ramify.cli.Main"));
        command.addAll(List.of("run", pipeline.toString(), "--out", directory.toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        return new Study(process, directory, out, err, written);
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    }

    /**
     * A study in a process of its own.
     *
     * @param before when the provenance of an earlier process was written; -1 if there was none
     */
    private record Study(Process process, Path directory, Path out, Path err, long before) {

        /** Wait until it begins to train; the provenance is written just before. */
        void awaitBegin() throws IOException, InterruptedException {
            Path provenance = directory.resolve("provenance.json");
            while (process.isAlive()
                    && (!Files.exists(provenance) || modified(provenance) == before)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        void awaitSuccess() throws IOException, InterruptedException {
            assertThat(process.waitFor()).as(words()).isZero();
        }

        /** End it as {@code kill -9} does. */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        /** Ask it to end, as {@code kill} does. */
        void stop() throws InterruptedException, TimeoutException {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new TimeoutException("it does not stop");
            }
        }

        String verdict() throws IOException {
            return Files.readString(out);
        }

        String words() throws IOException {
            return Files.readString(err);
        }
    }
}
