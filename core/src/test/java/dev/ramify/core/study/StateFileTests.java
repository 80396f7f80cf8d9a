package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.study.StateFile.Progress;
import dev.ramify.core.study.StateFile.State;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFileTests {

    @TempDir private Path folder;

    @Test
    void aStateIsReadAsItWasWritten() {
        Path file = folder.resolve("state.json");
        State state = new State("00ff", Progress.FAILED, "NaN in \"conv1\"");

        StateFile.write(file, state);

        assertThat(StateFile.read(file)).contains(state);
    }

    @Test
    void whereThereIsNoFileThereIsNoState() {
        assertThat(StateFile.read(folder.resolve("state.json"))).isEmpty();
    }

    @Test
    void anUnknownProgressIsDamage() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("state.json"),
                        "{\"key\": \"00\", \"progress\": \"asleep\"}");

        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("no progress is named 'asleep'");
    }

    @Test
    void anEmptyFileIsDamage() throws Exception {
        Path file = Files.writeString(folder.resolve("state.json"), "");

        assertThatThrownBy(() -> StateFile.read(file)).isInstanceOf(DamagedFileException.class);
    }
}
