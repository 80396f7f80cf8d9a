package dev.ramify.cli;

import com.google.inject.ProvisionException;
import dev.ramify.api.data.DataException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.machine.NativeFolder;
import dev.ramify.core.measure.MetricChoiceException;
import dev.ramify.core.pipeline.InvalidPipelineException;
import dev.ramify.core.plugin.PluginConflictException;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemPrinter;
import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.store.DirectoryInUseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells people what went wrong, and finds the exit code that says so. */
final class Failures {

    private static final int SHOWN = 50;

    private final Console console;
    private final boolean traces;

    /**
     * @param traces whether stack traces are shown
     */
    Failures(Console console, boolean traces) {
        this.console = console;
        this.traces = traces;
    }

    /**
     * Report.
     *
     * @param continued whether the same command, given again, goes on where it was interrupted
     */
    ExitCode report(Throwable failure, boolean continued) {
        Throwable cause =
                failure instanceof ProvisionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (traces) {
            cause.printStackTrace(console.err());
        }
        // Reading and writing fail in many ways where the thread was interrupted.
        if (cause instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
            console.say(
                    continued
                            ? "interrupted; all finished epochs are kept: run the same command again to continue"
                            : "interrupted");
            return ExitCode.INTERRUPTED;
        }
        if (cause instanceof InvalidPipelineException invalid) {
            print(invalid.problems());
            return invalid.blamesPlugins() ? ExitCode.PLUGIN : ExitCode.INVALID_PIPELINE;
        }
        if (cause instanceof DataException data) {
            data.problems().forEach(this::print);
            return ExitCode.DATA;
        }
        if (cause instanceof PluginConflictException conflict) {
            conflict.conflicts().forEach(console::complain);
            return ExitCode.PLUGIN;
        }
        if (cause instanceof MetricChoiceException choice) {
            print(choice.problems());
            return ExitCode.USAGE;
        }
        if (cause instanceof InvalidOptionException option) {
            console.complain(
                    "the option `%s` does not fit the data: %s"
                            .formatted(option.option(), option.getMessage()));
            return ExitCode.USAGE;
        }
        if (cause instanceof CommandException refused) {
            console.complain(String.valueOf(refused.getMessage()));
            return refused.exitCode();
        }
        if (cause instanceof DirectoryInUseException || cause instanceof DamagedFileException) {
            console.complain(String.valueOf(cause.getMessage()));
            return ExitCode.FAILED;
        }
        if (cause instanceof UncheckedIOException) {
            console.complain(cause.getMessage() + "; what was finished is kept");
            console.say("  = correct this and run the same command again: it goes on from there");
            return ExitCode.FAILED;
        }
        Optional<String> natives = NativeFolder.failure(cause, nativeFolder());
        if (natives.isPresent()) {
            console.complain(natives.get());
            return ExitCode.FAILED;
        }
        if (cause instanceof InvalidPathException path) {
            console.complain(
                    "the path `%s` cannot be used in this locale; set LC_ALL=C.UTF-8"
                            .formatted(path.getInput()));
            return ExitCode.USAGE;
        }
        return unexpected(cause);
    }

    static Path nativeFolder() {
        return Path.of(System.getProperty(NativeFolder.PROPERTY, "."));
    }

    private void print(List<Problem> problems) {
        List<Problem> shown = problems.subList(0, Math.min(SHOWN, problems.size()));
        String text = new ProblemPrinter().print(shown);
        console.say(
                Console.eachLine(
                        text, line -> line.startsWith("error[") ? console.red(line) : line));
        int rest = problems.size() - shown.size();
        console.say(
                "%n%s"
                        .formatted(
                                problems.size() == 1
                                        ? "1 problem"
                                        : problems.size()
                                                + " problems"
                                                + (rest > 0
                                                        ? ", %d not shown".formatted(rest)
                                                        : "")));
    }

    private void print(DataException.Problem problem) {
        console.say(console.red("error: " + problem.where()) + ": " + problem.reason());
        console.say("  = " + problem.remedy());
    }

    private ExitCode unexpected(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            console.complain(
                    "memory ran out (%s); use fewer --threads, a smaller batch, or give more with RAMIFY_OPTS=-Xmx8g"
                            .formatted(failure.getMessage()));
            return ExitCode.FAILED;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        String message =
                failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getMessage();
        try {
            Path file = Files.createTempFile("ramify-failure-", ".txt");
            Files.writeString(file, trace.toString());
            console.complain(
                    "%s; this should not happen. What led to it is in %s"
                            .formatted(message.lines().findFirst().orElse(""), file));
        } catch (IOException e) {
            console.complain(message + "; this should not happen. Add --debug to see more");
        }
        return ExitCode.FAILED;
    }
}
