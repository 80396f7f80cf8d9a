package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionCommandTests {

    @TempDir private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bashCompletesCommandsAndOptions() throws Exception {
        Path script = folder.resolve("completion.bash");
        Files.writeString(script, run("completion").out());

        assertThat(completed(script, "ramify", "val")).contains("validate");
        assertThat(completed(script, "ramify", "run", "--dry")).contains("--dry-run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "measure",
                "validate",
                "calibrate",
                "data get",
                "plugins list",
                "doctor",
                "completion"
            })
    void helpHasExamplesThatNameTheCommand(String command) {
        CommandLineRunner.Result help = run((command + " --help").split(" ", -1));

        assertThat(help.out()).contains("Examples:\n").contains("  ramify " + command);
        assertThat(help.code()).isZero();
    }

    private CommandLineRunner.Result run(String... arguments) {
        return new CommandLineRunner(folder).run(arguments);
    }

    private static String completed(Path script, String... words) throws Exception {
        String quoted = "'" + String.join("' '", words) + "'";
        String program =
                "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_ramify; echo ${COMPREPLY[@]}"
                        .formatted(script, quoted, words.length - 1);
        Process bash = new ProcessBuilder("bash", "-c", program).redirectErrorStream(true).start();
        bash.getOutputStream().close();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return output;
    }
}
