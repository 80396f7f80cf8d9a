package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ramify.core.store.DirectoryInUseException;
import dev.ramify.core.store.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study writes, and what it loses when something goes wrong: nothing that was finished. */
final class LocalStudyRunnerTests {

    private static final String SMALL = Studies.SMALL;
    private static final String COUNTED = "  - counted\n";
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
                .isDirectoryContaining("glob:**/{manifest,history}.json")
                .isDirectoryContaining("glob:**/epochs")
                .isDirectoryContaining("glob:**/checkpoint.npz")
                .isDirectoryContaining("glob:**/weights.npz")
                .isDirectoryContaining("glob:**/recording.npz")
                .isDirectoryContaining("glob:**/untrained.npz");
        assertThat(directory.resolve("variants/halves/seed-2/measurements"))
                .isDirectoryContaining("glob:**/purity.{json,npz}")
                .isDirectoryContaining("glob:**/purity-epochs.json");
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
                    if (!status.equals("writing verdicts, figures and the report")) {
                        throw new AssertionError("trained again: " + status);
                    }
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
        assertThat(directory.resolve("variants/halves/seed-2/measurements/purity.json")).exists();
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
        Path seed = directory.resolve("variants/halves/seed-1");
        Path part = seed.resolve("recording.npz.part");

        StudyOutcome full =
                studies.run(
                        SMALL,
                        directory,
                        1,
                        (done, status) -> {
                            if (status.startsWith("halves/seed-1 epoch 3")) {
                                link(part);
                            }
                        });

        assertThat(full.failures())
                .singleElement()
                .asString()
                .startsWith("halves/seed-1: ")
                .contains("recording.npz could not be written: No space left on device")
                .contains("what was finished is kept");
        assertThat(seed.resolve("checkpoint.npz")).exists();
        assertThat(directory.resolve("variants/whole/seed-2/measurements/purity.json")).exists();
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

        assertThat(directory.resolve("variants/whole/seed-2/measurements/purity.json")).exists();
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
        Files.writeString(seed.resolve("manifest.json.part"), "{\"schema\"");

        assertContinues();
    }

    @Test
    void anInterruptedStudyEndsAsIfItHadNotBeen() throws Exception {
        interruptAt("whole/seed-1 epoch 3");

        assertThat(directory.resolve("measurements.json")).doesNotExist();
        assertContinues();
    }

    @Test
    void aDamagedCheckpointIsNamedAndTheNetworkIsTrainedAnew() throws Exception {
        interruptAt("halves/seed-1 epoch 3");
        flip(directory.resolve("variants/halves/seed-1/checkpoint.npz"));

        assertThat(studies.run(SMALL, directory).failures()).isEmpty();

        assertThat(studies.notes)
                .singleElement()
                .asString()
                .startsWith("halves/seed-1: checkpoint.npz no longer held what was written");
        assertContinues();
    }

    @Test
    void aDamagedManifestIsNamedAndNothingBesideItIsTakenOver() throws Exception {
        studies.run(SMALL, directory);
        flip(directory.resolve("variants/halves/seed-1/manifest.json"));

        assertThat(studies.run(SMALL, directory).failures()).isEmpty();

        assertThat(studies.notes)
                .singleElement()
                .asString()
                .startsWith("halves/seed-1 is made anew, for ")
                .contains("manifest.json is damaged");
        assertContinues();
    }

    @Test
    void damagedMeasurementsAreNamedAndMeasuredAnewWithoutTraining() throws Exception {
        studies.run(SMALL, directory);
        Path file = directory.resolve("variants/halves/seed-1/measurements/purity.json");
        Files.writeString(file, "[");

        assertThat(runWithoutTraining(SMALL).failures()).isEmpty();

        assertThat(studies.notes)
                .singleElement()
                .asString()
                .contains("measurements/purity.json no longer held what was written");
        assertContinues();
    }

    @Test
    void aHistoryThatIsDeletedIsMadeAnew() throws Exception {
        studies.run(SMALL, directory);
        Files.delete(directory.resolve("variants/halves/seed-1/history.json"));

        assertThat(studies.run(SMALL, directory).failures()).isEmpty();

        assertThat(studies.notes).singleElement().asString().contains("history.json");
        assertContinues();
    }

    @Test
    void filesThatNothingIsSaidOfAreNeverTakenOver() throws Exception {
        interruptAt("halves/seed-1 epoch 3");
        Files.delete(directory.resolve("variants/halves/seed-1/manifest.json"));

        assertThat(studies.run(SMALL, directory).failures()).isEmpty();

        assertThat(studies.notes)
                .singleElement()
                .asString()
                .contains("nothing says what the files in its folder were made from");
        assertContinues();
    }

    @Test
    void theFolderOfAnotherSeedIsNotTakenOver() throws Exception {
        studies.run(SMALL, directory);
        Path one = directory.resolve("variants/halves/seed-1");
        Path other = directory.resolve("variants/halves/seed-2");
        Files.move(one, folder.resolve("kept"));
        Files.move(other, one);
        Files.move(folder.resolve("kept"), other);

        assertThat(studies.run(SMALL, directory).failures()).isEmpty();

        assertThat(studies.notes).hasSize(2).allMatch(note -> note.contains("is trained anew"));
        assertContinues();
    }

    @Test
    void whatAKilledStudyLeftHalfWrittenIsRemoved() throws Exception {
        interruptAt("halves/seed-1 epoch 2");
        Path seed = directory.resolve("variants/halves/seed-1");
        Files.writeString(seed.resolve("rows123.scratch"), "maps");
        Files.writeString(seed.resolve("epochs/7.npz.part"), "half");

        assertContinues();

        assertThat(seed.resolve("rows123.scratch")).doesNotExist();
        assertThat(seed.resolve("epochs/7.npz.part")).doesNotExist();
    }

    @Test
    void aStudyNoticesThatItsDirectoryWasMovedAway() throws Exception {
        Path moved = folder.resolve("moved");

        assertThatThrownBy(
                        () ->
                                studies.run(
                                        SMALL,
                                        directory,
                                        1,
                                        (done, status) -> {
                                            if (status.startsWith("halves/seed-1 epoch 2")
                                                    && Files.exists(directory)) {
                                                move(directory, moved);
                                            }
                                        }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("was moved while the study ran");

        assertThat(directory).doesNotExist();
    }

    @Test
    void aChangedMetricTrainsNothingAndIsMeasuredAloneAnew() throws Exception {
        String text = SMALL.replace("visualizers", COUNTED + "visualizers");
        studies.run(text, directory);
        Map<String, byte[]> before = Studies.contents(directory.resolve("variants"));
        studies.counted.set(0);

        StudyOutcome outcome = runWithoutTraining(text.replace("least: 0.1", "least: 0.2"));

        assertThat(outcome.failures()).isEmpty();
        assertThat(studies.counted.get()).isZero();
        Map<String, byte[]> after = Studies.contents(directory.resolve("variants"));
        before.keySet().removeIf(name -> name.contains("purity") || name.endsWith("manifest.json"));
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void aFurtherMetricTrainsAndRecordsNothing() throws Exception {
        studies.run(SMALL, directory);
        Map<String, byte[]> before = Studies.contents(directory.resolve("variants"));

        runWithoutTraining(SMALL.replace("visualizers", COUNTED + "visualizers"));

        // Four networks, trained and untrained.
        assertThat(studies.counted.get()).isEqualTo(8);
        before.keySet().removeIf(name -> name.endsWith("manifest.json"));
        assertThat(Studies.contents(directory.resolve("variants"))).containsAllEntriesOf(before);
    }

    @Test
    void aMetricThatIsTakenAwayAndBroughtBackIsNotMeasuredAnew() throws Exception {
        String text = SMALL.replace("visualizers", COUNTED + "visualizers");
        studies.run(text, directory);
        studies.counted.set(0);

        runWithoutTraining(SMALL);
        assertThat(Files.readString(directory.resolve("measurements.csv")))
                .doesNotContain("counted");
        runWithoutTraining(text);

        assertThat(studies.counted.get()).isZero();
        assertThat(Files.readString(directory.resolve("measurements.csv"))).contains("counted");
    }

    @Test
    void aFurtherLayerIsRecordedFromTheWeightsThatAreThere() throws Exception {
        String one = SMALL.replace("metrics:", "record: {layers: [conv1]}\nmetrics:");
        studies.run(one, directory);

        StudyOutcome outcome = runWithoutTraining(one.replace("[conv1]", "[conv1, conv2]"));

        assertThat(outcome.failures()).isEmpty();
        assertThat(Files.readString(directory.resolve("measurements.csv"))).contains(",conv2,");
        studies.run(one.replace("[conv1]", "[conv1, conv2]"), folder.resolve("undisturbed"));
        assertSame(directory, folder.resolve("undisturbed"));
    }

    @Test
    void aMetricThatFailsIsRecordedAsFailedAndCostsNothingElse() throws Exception {
        String text = SMALL.replace("visualizers", COUNTED + "visualizers");
        studies.broken.set(true);

        StudyOutcome outcome = studies.run(text, directory);

        assertThat(outcome.failures())
                .hasSize(4)
                .allMatch(line -> line.contains("metric 'counted' failed on layer"))
                .allMatch(line -> line.contains("all else was measured"));
        assertThat(Files.readString(directory.resolve("measurements.csv")))
                .contains("trained,counted,conv1,layer,failed,")
                .contains("trained,purity,");
        studies.broken.set(false);
        assertThat(runWithoutTraining(text).failures()).isEmpty();
        studies.run(text, folder.resolve("undisturbed"));
        assertSame(directory, folder.resolve("undisturbed"));
    }

    @Test
    void anotherSeedIsTrainedAndTheOthersAreKept() throws Exception {
        studies.run(SMALL, directory);
        Map<String, byte[]> before = Studies.contents(directory.resolve("variants"));

        StudyOutcome outcome = studies.run(SMALL.replace("[1, 2]", "[2, 1, 5]"), directory);

        assertThat(outcome.failures()).isEmpty();
        assertThat(studies.notes).isEmpty();
        assertThat(Studies.contents(directory.resolve("variants"))).containsAllEntriesOf(before);
        assertThat(directory.resolve("variants/whole/seed-5/measurements/purity.json")).exists();
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

    private static void link(Path part) {
        try {
            if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(part, FULL_DEVICE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private StudyOutcome runWithoutTraining(String text) throws InterruptedException {
        return studies.run(
                text,
                directory,
                2,
                (done, status) -> {
                    if (status.contains(" epoch ") && status.contains(" acc ")) {
                        throw new AssertionError("trained again: " + status);
                    }
                });
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
}
