package dev.ramify.cli;

import com.google.inject.Module;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs commands in this process and keeps what they write. */
final class CommandLineRunner {

    private final Map<String, String> variables = new HashMap<>();
    private final Path home;
    private final Module[] modules;

    CommandLineRunner(Path home, Module... modules) {
        this.home = home;
        this.modules = modules.clone();
    }

    CommandLineRunner with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** What came of a command. */
    record Result(int code, String out, String err) {}

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new DataStream(out),
                        Console.words(err, false, Console.colour(variables, false)),
                        false,
                        Console.colour(variables, false),
                        80,
                        Console.NAME);
        int code =
                new Application(
                                new Environment(variables, Optional.empty(), home),
                                console,
                                modules)
                        .run(arguments);
        return new Result(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
