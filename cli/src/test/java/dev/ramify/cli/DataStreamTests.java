package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DataStreamTests {

    @TempDir private Path folder;

    @Test
    void dataAreUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new DataStream(bytes).print("größe 猫");

        assertThat(bytes.toByteArray()).isEqualTo("größe 猫".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theReasonIsRemembered() {
        DataStream stream = new DataStream(new Broken("No space left on device"));

        stream.println("lost");
        stream.println("also lost");

        assertThat(stream.failure()).contains("No space left on device");
    }

    @Test
    void aReaderThatWantsNoMoreIsNoFailure() {
        DataStream stream = new DataStream(new Broken("Broken pipe"));

        stream.println("too much");

        assertThat(stream.failure()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "plugins list", "reference", "validate --help"})
    void aCommandWhoseResultIsLostFails(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new DataStream(new Broken("No space left on device")),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        80,
                        Console.NAME);

        int code =
                new Application(new Environment(Map.of(), Optional.empty(), folder), console)
                        .run(command.split(" ", -1));

        assertThat(code).isEqualTo(ExitCode.FAILED.code());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("standard output cannot be written: No space left on device");
    }

    private static final class Broken extends OutputStream {

        private final String reason;

        Broken(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
