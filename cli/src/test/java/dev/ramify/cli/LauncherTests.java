package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a distribution, with a Java that prints what it is given. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTests {

    @TempDir private Path folder;
    private Path launcher;
    private Path java;

    @BeforeEach
    void distribute() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("home dir/bin"));
        Files.createDirectories(folder.resolve("home dir/lib"));
        launcher = program(bin.resolve("ramify"), Files.readString(Path.of("ramify")));
        java = Files.createDirectories(folder.resolve("jdk/bin"));
        program(
                java.resolve("java"),
                "#!/bin/sh\nfor a in \"LC_ALL=${LC_ALL:-}\" \"$@\"; do echo \"$a\"; done\n");
        release("17.0.9");
    }

    @Test
    void aPlainLocaleBecomesOneInWhichNamesCanBeWritten() throws Exception {
        assertThat(run(Map.of("LC_ALL", "C"), "").lines()).contains("LC_ALL=C.UTF-8");
        assertThat(run(Map.of("LC_ALL", "POSIX"), "").lines()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void aLocaleWithUtf8IsLeftAsItIs() throws Exception {
        assertThat(run(Map.of("LC_ALL", "C.UTF-8"), "").lines()).contains("LC_ALL=C.UTF-8");
        assertThat(run(Map.of("LANG", "C.UTF-8"), "").lines()).contains("LC_ALL=");
    }

    @Test
    void aClosedOutputIsRefusedBeforeAnythingIsOpened() throws Exception {
        assertThat(run(Map.of(), ">&-")).contains("standard output is closed");
        assertThat(run(Map.of(), "<&-")).contains("-Dramify.home=");
        assertThat(run(Map.of(), "2>&-")).contains("-Dramify.home=");
    }

    @Test
    void theProgramLearnsHowItWasCalled() throws Exception {
        assertThat(run(Map.of(), "").lines()).contains("-Dramify.command=" + launcher);
        assertThat(
                        run(Map.of("PATH", launcher.getParent() + ":" + System.getenv("PATH")), "")
                                .lines())
                .contains("-Dramify.command=ramify");
    }

    @Test
    void optionsFollowTheVersionOfJava() throws Exception {
        assertThat(run(Map.of(), "")).doesNotContain("--enable-native-access");
        release("25.0.1");
        assertThat(run(Map.of(), ""))
                .contains("--enable-native-access=ALL-UNNAMED")
                .contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void anOldJavaIsRefused() throws Exception {
        release("11.0.2");

        assertThat(run(Map.of(), "")).contains("is Java 11.0.2; Ramify needs 17 or newer");
    }

    private void release(String version) throws IOException {
        Files.writeString(
                folder.resolve("jdk/release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\nJAVA_VERSION_DATE=\"2025-01-01\"\n"
                        .formatted(version));
    }

    private static Path program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** Return what comes out of both streams. */
    private String run(Map<String, String> variables, String redirection) throws Exception {
        String call = variables.containsKey("PATH") ? "ramify" : "'" + launcher + "'";
        List<String> command = new ArrayList<>(List.of("bash", "-c"));
        command.add("{ %s doctor %s; } 2>&1".formatted(call, redirection));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("LC_") || key.equals("LANG"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
