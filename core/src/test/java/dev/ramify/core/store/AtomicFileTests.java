package dev.ramify.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTests {

    @TempDir private Path folder;

    @Test
    void foldersAreMadeAndNothingElseIsLeft() throws Exception {
        Path file = folder.resolve("a/b/numbers.txt");

        AtomicFile.write(file, "ζ 1");

        assertThat(file).hasContent("ζ 1");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theOldFileStaysUntilTheNewOneIsComplete() {
        Path file = folder.resolve("numbers.txt");
        AtomicFile.write(file, "old");

        AtomicFile.write(
                file,
                out -> {
                    out.write("new".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    assertThat(file).hasContent("old");
                });

        assertThat(file).hasContent("new");
    }

    @Test
    void theOldFileStaysWhereWritingFails() throws Exception {
        Path file = folder.resolve("numbers.txt");
        AtomicFile.write(file, "old");

        assertThatThrownBy(
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write(new byte[100_000]);
                                            throw new IOException("No space left on device");
                                        }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + " could not be written: No space left on device");

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatAKilledProcessLeftIsOverwritten() throws Exception {
        Path file = folder.resolve("numbers.txt");
        Files.writeString(folder.resolve("numbers.txt.part"), "something longer than what comes");

        AtomicFile.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(folder.resolve("numbers.txt.part")).doesNotExist();
    }

    @Test
    void aFileInPlaceOfAFolderIsNamed() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "");

        assertThatThrownBy(() -> AtomicFile.write(blocked.resolve("numbers.txt"), ""))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(blocked + "/numbers.txt could not be written: ")
                .hasMessageContaining("in the way");
    }
}
