package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.Subject;
import dev.ramify.core.store.DamagedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFileTests {

    @TempDir private Path folder;

    @Test
    void epochsAreReadAsTheyWereWritten() {
        Path file = folder.resolve("history.json");
        List<EpochFindings> epochs =
                List.of(
                        new EpochFindings(0, Double.NaN, Double.NaN, 0.1 + 0.2, .25, List.of()),
                        new EpochFindings(1, 1e-300, 1, Math.PI, .5, List.of(MEASURED, UNDEFINED)));

        HistoryFile.write(file, epochs);

        assertThat(HistoryFile.read(file)).isEqualTo(epochs);
    }

    @Test
    void whereThereIsNoFileThereAreNoEpochs() {
        assertThat(HistoryFile.read(folder.resolve("history.json"))).isEmpty();
    }

    @Test
    void aHistoryThatIsCutOffIsDamaged() throws Exception {
        Path file = Files.writeString(folder.resolve("history.json"), "{\"epochs\": [{\"epoch\"");

        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageStartingWith(file + " is damaged: ");
    }

    private static final Measurement MEASURED =
            new Measurement(
                    "purity",
                    "conv1",
                    Subject.layer(),
                    new Defined(.75, null, null, .01, null, false, null, "3 of 4 units"));

    private static final Measurement UNDEFINED =
            new Measurement("purity", "conv2", Subject.layer(), new Undefined("nothing there"));
}
