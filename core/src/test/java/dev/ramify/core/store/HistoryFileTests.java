package dev.ramify.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.findings.EpochFindings;
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
                        new EpochFindings(1, 1e-300, 1, Math.PI, .5, List.of()));

        AtomicFile.write(file, HistoryFile.of(epochs));

        assertThat(HistoryFile.read(file)).isEqualTo(epochs);
    }

    @Test
    void aHistoryThatIsCutOffIsDamaged() throws Exception {
        Path file = Files.writeString(folder.resolve("history.json"), "{\"epochs\": [{\"epoch\"");

        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageStartingWith(file + " is damaged: ");
    }
}
