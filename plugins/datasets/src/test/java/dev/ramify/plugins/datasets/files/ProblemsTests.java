package dev.ramify.plugins.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.data.DataException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProblemsTests {

    private static final Path FILE = Path.of("some.bin");

    private final Problems problems = new Problems();

    @Test
    void passesWhereNothingIsWrong() {
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void tellsAllProblemsAtOnce() {
        problems.add(FILE, "found 1", "fix one");
        problems.add(Path.of("other.bin"), "found 2", "fix two");

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(DataException.class)
                .hasMessage("some.bin: found 1; fix one; other.bin: found 2; fix two");
    }

    @Test
    void explainsFailuresToReadInPlainWords() {
        problems.addUnreadable(FILE, new NoSuchFileException("x"));
        problems.addUnreadable(FILE, new AccessDeniedException("x"));
        problems.addUnreadable(FILE, new EOFException());
        problems.addUnreadable(FILE, new IOException("bad sector"));

        assertThat(problems.found())
                .extracting(DataException.Problem::reason)
                .containsExactly(
                        "the file does not exist",
                        "the file may not be read",
                        "the file ends too early",
                        "the file cannot be read: bad sector");
    }
}
