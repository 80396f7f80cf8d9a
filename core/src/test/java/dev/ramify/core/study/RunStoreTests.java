package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.core.store.DamagedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run directory is read by itself. */
final class RunStoreTests {

    private static final String TEXT = Studies.SMALL.replace("purity, least: 0.1", "counted");

    @TempDir private Path folder;
    private Path directory;
    private Studies studies;

    @BeforeEach
    void run() throws Exception {
        directory = folder.resolve("run");
        studies = new Studies(folder);
        studies.run(TEXT, directory);
    }

    @Test
    void findingsAreThereWithoutThePipeline() {
        Findings findings = RunStore.open(directory);

        assertThat(findings.study()).isEqualTo("small");
        assertThat(findings.dataset()).startsWith("dots, ");
        assertThat(findings.imageShape()).isEqualTo(architecture().input());
        assertThat(findings.variants())
                .extracting(VariantFindings::name)
                .containsExactly("halves", "whole");
        assertThat(findings.variants().get(0).architecture()).isEqualTo(architecture());
        assertThat(findings.variants().get(0).summaries()).isNotEmpty();
        assertThat(findings.profiles().get("counted").range()).isEqualTo("[0, 1]");
    }

    @Test
    void everyNetworkHasItsEpochsMeasurementsAndRecordings() {
        RunFindings run = RunStore.open(directory).variants().get(0).runs().get(1);

        assertThat(run.seed()).isEqualTo(2);
        assertThat(run.epochs()).extracting(EpochFindings::epoch).containsExactly(0, 1, 2, 3);
        assertThat(run.epochs()).allMatch(epoch -> epoch.tracked().size() == 1);
        assertThat(run.epochs().get(0).tracked()).isEqualTo(run.untrainedMeasurements());
        assertThat(run.epochs().get(3).tracked()).isEqualTo(run.measurements());
        assertThat(run.recording().layer("conv1")).isPresent();
        assertThat(run.untrainedRecording()).isPresent();
    }

    @Test
    void whatWasChangedIsRefusedByName() throws Exception {
        Path file = directory.resolve("variants/whole/seed-1/measurements/counted.json");
        Files.writeString(file, Files.readString(file).replace("0.", "1."));

        assertThatThrownBy(() -> RunStore.open(directory))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("counted.json is damaged: it does not hold what was written");
    }

    @Test
    void theFolderOfAnotherSeedIsRefused() throws Exception {
        Path one = directory.resolve("variants/whole/seed-1");
        Files.move(one, folder.resolve("aside"));
        Files.move(directory.resolve("variants/whole/seed-2"), one);

        assertThatThrownBy(() -> RunStore.open(directory))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("does not hold the network that the study tells of");
    }

    @Test
    void aFolderWithoutAStudyIsRefused() {
        assertThatThrownBy(() -> RunStore.open(folder.resolve("nothing")))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("study.json is damaged: it is missing");
    }

    private Architecture architecture() {
        return studies.pipeline(TEXT).plan().variants().get(0).architecture();
    }
}
