package dev.ramify.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTests {

    @TempDir private Path folder;

    @Test
    void aDirectoryIsHeldOnce() {
        try (RunDirectory held = RunDirectory.open(folder.resolve("run"))) {
            assertThatThrownBy(() -> RunDirectory.open(held.root()))
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessageContaining(held.root().toString());
        }
    }

    @Test
    void aDirectoryThatWasClosedCanBeOpenedAgain() {
        RunDirectory.open(folder).close();

        try (RunDirectory again = RunDirectory.open(folder)) {
            assertThat(again.network("two", 3).recording())
                    .isEqualTo(folder.resolve("variants/two/seed-3/recording.npz"));
        }
    }
}
