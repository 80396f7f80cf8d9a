package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ramify.core.store.DirectoryInUseException;
import dev.ramify.core.store.RunDirectory;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study writes, and what it loses when something goes wrong: nothing that was finished. */
final class LocalStudyRunnerTests {

    private static final String SMALL = Studies.SMALL;
    private static final Path FULL_DEVICE = Path.of("/dev/full");

    @TempDir private Path folder;
    private Path directory;
    private Studies studies;

    @BeforeEach
    void open() {
        directory = folder.resolve("run");
        studies = new Studies(folder);
    }

    @Test
    void everyNetworkHasAFolderWithAllItsFiles() throws Exception {
        studies.run(SMALL, directory);

        assertThat(directory.resolve("variants/halves/seed-2"))
                .isDirectoryContaining("glob:**/{state,history,results}.json")
                .isDirectoryContaining("glob:**/checkpoint.npz")
                .isDirectoryContaining("glob:**/weights.npz")
                .isDirectoryContaining("glob:**/recording.npz")
                .isDirectoryContaining("glob:**/untrained.npz");
        assertThat(directory).isDirectoryContaining("glob:**/measurements.csv");
    }

    @Test
    void theSameStudyGivesTheSameBytesAtAnyNumberOfThreads() throws Exception {
        studies.run(SMALL, directory, 1, (done, status) -> {});
        studies.run(SMALL, folder.resolve("other"), 3, (done, status) -> {});

        assertSame(directory, folder.resolve("other"));
    }

    @Test
    void aStudyThatIsRunAgainTrainsNothing() throws Exception {
        studies.run(SMALL, directory);
        Map<String, byte[]> before = Studies.contents(directory);

        studies.run(
                SMALL,
                directory,
                2,
                (done, status) -> {
                    throw new AssertionError("trained again: " + status);
                });

        assertThat(Studies.contents(directory)).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void aNetworkThatDivergesIsStoppedWithItsEpochAndLayerAndTheOthersAreKept() throws Exception {
        String text =
                SMALL.replace("strategy: none,", "strategy: none, dataset: {white: 1.0e+30},");

        StudyOutcome outcome = studies.run(text, directory);

        assertThat(outcome.failures()).hasSize(2);
        assertThat(outcome.failures().get(0))
                .startsWith("whole/seed-1: ")
                .contains("epoch 1")
                .contains("'conv1'")
                .contains("training.optimizer.rate");
        assertThat(directory.resolve("variants/halves/seed-2/results.json")).exists();
        assertThat(outcome.variants())
                .anyMatch(
                        each ->
                                each.lines()
                                        .contains(
                                                "no network was finished, so nothing can be said"));
        assertThat(outcome.report()).isPresent();
    }

    @Test
    void aDiskThatIsFullLosesNothingAndTheSameCommandGoesOn() throws Exception {
        assumeTrue(Files.exists(FULL_DEVICE), "this system has no /dev/full");
        Path seed = Files.createDirectories(directory.resolve("variants/halves/seed-1"));
        Files.createSymbolicLink(seed.resolve("recording.npz.part"), FULL_DEVICE);

        StudyOutcome full = studies.run(SMALL, directory);

        assertThat(full.failures())
                .singleElement()
                .asString()
                .startsWith("halves/seed-1: ")
                .contains("recording.npz could not be written: No space left on device")
                .contains("what was finished is kept");
        assertThat(seed.resolve("checkpoint.npz")).exists();
        assertThat(directory.resolve("variants/whole/seed-2/results.json")).exists();
        assertContinues();
    }

    @Test
    void aStudyThatCannotWriteItsMeasurementsKeepsItsNetworks() throws Exception {
        assumeTrue(Files.exists(FULL_DEVICE), "this system has no /dev/full");
        Files.createDirectories(directory);
        Files.createSymbolicLink(directory.resolve("measurements.json.part"), FULL_DEVICE);

        assertThatThrownBy(() -> studies.run(SMALL, directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("measurements.json could not be written: No space left");

        assertThat(directory.resolve("variants/whole/seed-2/results.json")).exists();
        assertContinues();
    }

    @Test
    void aFileInPlaceOfANetworksFolderStopsThatNetworkAlone() throws Exception {
        Path blocked = directory.resolve("variants/halves/seed-1");
        Files.createDirectories(blocked.getParent());
        Files.writeString(blocked, "in the way");

        StudyOutcome outcome = studies.run(SMALL, directory);

        assertThat(outcome.failures())
                .singleElement()
                .asString()
                .startsWith("halves/seed-1: ")
                .contains(blocked + ": a file of this name is in the way");
        Files.delete(blocked);
        assertContinues();
    }

    @Test
    void aDirectoryThatIsAFileIsRefused() throws Exception {
        Files.writeString(directory, "in the way");

        assertThatThrownBy(() -> studies.run(SMALL, directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory + " cannot be used as a run directory");
    }

    @Test
    void filesThatWereLeftHalfWrittenConfuseNobody() throws Exception {
        interruptAt("halves/seed-1 epoch 2");
        Path seed = directory.resolve("variants/halves/seed-1");
        Files.writeString(seed.resolve("checkpoint.npz.part"), "half of a checkpo");
        Files.writeString(seed.resolve("state.json.part"), "{\"schema\"");

        assertContinues();
    }

    @Test
    void anInterruptedStudyEndsAsIfItHadNotBeen() throws Exception {
        interruptAt("whole/seed-1 epoch 3");

        assertThat(directory.resolve("measurements.json")).doesNotExist();
        assertContinues();
    }

    @Test
    void aDamagedCheckpointIsNamedWithWhatToDo() throws Exception {
        interruptAt("halves/seed-1 epoch 3");
        Path seed = directory.resolve("variants/halves/seed-1");
        byte[] bytes = Files.readAllBytes(seed.resolve("checkpoint.npz"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(seed.resolve("checkpoint.npz"), bytes);

        StudyOutcome outcome = studies.run(SMALL, directory);

        assertThat(outcome.failures())
                .singleElement()
                .asString()
                .contains("checkpoint.npz is damaged")
                .contains("its check sum is ")
                .contains("delete the folder " + seed);
        delete(seed);
        assertContinues();
    }

    @Test
    void aDamagedStateIsNamedAndTheOtherNetworksAreTrained() throws Exception {
        Path seed = Files.createDirectories(directory.resolve("variants/halves/seed-1"));
        Files.writeString(seed.resolve("state.json"), "{\"schema\": ");

        StudyOutcome outcome = studies.run(SMALL, directory);

        assertThat(outcome.failures())
                .singleElement()
                .asString()
                .contains("state.json is damaged")
                .contains("delete the folder " + seed);
        assertThat(directory.resolve("variants/whole/seed-2/results.json")).exists();
    }

    @Test
    void damagedResultsAreLeftOutAndNamed() throws Exception {
        studies.run(SMALL, directory);
        Path seed = directory.resolve("variants/halves/seed-1");
        Files.writeString(seed.resolve("results.json"), "[");

        StudyOutcome outcome = studies.run(SMALL, directory);

        assertThat(outcome.failures())
                .singleElement()
                .asString()
                .contains("results.json is damaged");
        assertThat(Files.readString(directory.resolve("measurements.csv")))
                .contains("halves,2,")
                .doesNotContain("halves,1,");
    }

    @Test
    void anEpochThatIsMissingFromTheHistoryIsDamage() throws Exception {
        interruptAt("halves/seed-1 epoch 3");
        Files.delete(directory.resolve("variants/halves/seed-1/history.json"));

        StudyOutcome outcome = studies.run(SMALL, directory);

        assertThat(outcome.failures())
                .singleElement()
                .asString()
                .contains("history.json is damaged: 3 of the 3 epochs before the checkpoint");
    }

    @Test
    void anotherSeedIsTrainedAndTheOthersAreKept() throws Exception {
        studies.run(SMALL, directory);
        Map<String, byte[]> before = Studies.contents(directory.resolve("variants"));

        StudyOutcome outcome = studies.run(SMALL.replace("[1, 2]", "[2, 1, 5]"), directory);

        assertThat(outcome.failures()).isEmpty();
        assertThat(studies.notes).isEmpty();
        assertThat(Studies.contents(directory.resolve("variants"))).containsAllEntriesOf(before);
        assertThat(directory.resolve("variants/whole/seed-5/results.json")).exists();
    }

    @Test
    void aSeedThatIsTakenAwayIsMeasuredNoMore() throws Exception {
        studies.run(SMALL, directory);

        studies.run(SMALL.replace("[1, 2]", "[2]"), directory);

        assertThat(Files.readString(directory.resolve("measurements.csv")))
                .contains("halves,2,")
                .doesNotContain("halves,1,");
    }

    @Test
    void networksOfChangedTrainingAreTrainedAnewAndTheOldOnesPutAside() throws Exception {
        studies.run(SMALL, directory);
        byte[] old = Files.readAllBytes(directory.resolve("variants/halves/seed-1/weights.npz"));

        studies.run(SMALL.replace("rate: 0.1", "rate: 0.05"), directory);

        assertThat(studies.notes).hasSize(4).allMatch(note -> note.contains("is trained anew"));
        assertThat(directory.resolve("variants/halves/seed-1/weights.npz"))
                .binaryContent()
                .isNotEqualTo(old);
        try (var aside = Files.list(directory.resolve("superseded/halves"))) {
            assertThat(aside).hasSize(2);
        }
    }

    @Test
    void aPipelineMayBeChangedBackAndForth() throws Exception {
        String one = SMALL.replace("[1, 2]", "[1]");
        String other = one.replace("rate: 0.1", "rate: 0.05");

        for (String text : new String[] {one, other, one, other}) {
            assertThat(studies.run(text, directory).failures()).isEmpty();
        }

        try (var aside = Files.list(directory.resolve("superseded/halves"))) {
            assertThat(aside).hasSize(3);
        }
    }

    @Test
    void resultsOfAnotherPipelineAreNeverTakenForThisOne() throws Exception {
        studies.run(SMALL, directory);
        Files.createDirectories(directory.resolve("superseded"));
        Files.writeString(directory.resolve("superseded/halves"), "no folder can be made here");

        StudyOutcome outcome = studies.run(SMALL.replace("rate: 0.1", "rate: 0.05"), directory);

        assertThat(outcome.failures()).hasSize(2).allMatch(line -> line.startsWith("halves/seed-"));
        assertThat(Files.readString(directory.resolve("measurements.csv")))
                .contains("whole,")
                .doesNotContain("halves,");
    }

    @Test
    void aDirectoryInUseIsRefused() {
        try (RunDirectory held = RunDirectory.open(directory)) {
            assertThatThrownBy(() -> studies.run(SMALL, held.root()))
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessageContaining("another process is running a study in " + directory)
                    .hasMessageContaining("--out");
        }
    }

    /** Interrupt the study as soon as its progress begins with some words. */
    private void interruptAt(String status) {
        Thread main = Thread.currentThread();
        assertThatThrownBy(
                        () ->
                                studies.run(
                                        SMALL,
                                        directory,
                                        1,
                                        (done, now) -> {
                                            if (now.startsWith(status)) {
                                                main.interrupt();
                                                Thread.currentThread().interrupt();
                                            }
                                        }))
                .isInstanceOf(InterruptedException.class);
    }

    /** Run the study again and compare it with one that nothing happened to. */
    private void assertContinues() throws InterruptedException {
        assertThat(studies.run(SMALL, directory).failures()).isEmpty();
        studies.run(SMALL, folder.resolve("undisturbed"));
        assertSame(directory, folder.resolve("undisturbed"));
    }

    private static void assertSame(Path one, Path other) {
        Map<String, byte[]> expected = Studies.contents(other);
        Map<String, byte[]> found = Studies.contents(one);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (name, bytes) ->
                        assertThat(new String(found.get(name), StandardCharsets.ISO_8859_1))
                                .as(name)
                                .isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private static void delete(Path seed) throws Exception {
        try (var files = Files.list(seed)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(seed);
    }
}
