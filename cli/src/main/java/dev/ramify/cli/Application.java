package dev.ramify.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.ramify.core.CoreModule;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Wires the program together and runs one command. */
final class Application {

    private final Environment environment;
    private final Console console;
    private final List<Module> modules;

    /**
     * @param modules what is bound beside the core
     */
    Application(Environment environment, Console console, Module... modules) {
        this.environment = environment;
        this.console = console;
        this.modules = List.of(modules);
    }

    /** Run a command and return the exit code. */
    int run(String... arguments) {
        Failures failures = new Failures(console, List.of(arguments).contains("--debug"));
        int code;
        try {
            code = commandLine(failures).execute(arguments);
        } catch (Throwable e) {
            code = failures.report(e, false).code();
        }
        return written(code);
    }

    /** Say which version this is, without waiting for the rest of the program. */
    int tellVersion() {
        console.out().println(VersionProvider.line());
        return written(ExitCode.OK.code());
    }

    /** A command of which nobody can read the result has not gone well. */
    private int written(int code) {
        Optional<String> failure = console.out().failure();
        failure.ifPresent(
                reason ->
                        console.complain(
                                "standard output cannot be written: %s; what this command had to say is lost"
                                        .formatted(reason)));
        return failure.isPresent() && code == ExitCode.OK.code() ? ExitCode.FAILED.code() : code;
    }

    private CommandLine commandLine(Failures failures) {
        Injector injector = injector();
        CommandLine line =
                new CommandLine(
                        RamifyCommand.class,
                        new CommandLine.IFactory() {
                            @Override
                            public <K> K create(Class<K> type) throws Exception {
                                return injector.getExistingBinding(Key.get(type)) == null
                                        ? CommandLine.defaultFactory().create(type)
                                        : injector.getInstance(type);
                            }
                        });
        line.setCommandName(console.command());
        line.setOut(new PrintWriter(console.out().styled(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(
                        console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(
                (e, command, parsed) ->
                        failures.report(e, command.getCommand() instanceof RunCommand).code());
        line.setParameterExceptionHandler(new UsageErrors());
        return line;
    }

    /** Wire lazily: most commands need a part alone, and none should wait for the rest. */
    private Injector injector() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<Module> all = new ArrayList<>(modules);
        all.add(new CoreModule(environment.folders(), meters));
        all.add(new CliModule(console, meters));
        return Guice.createInjector(Stage.DEVELOPMENT, all);
    }
}
