package dev.ramify.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Explains a wrong command line in a few lines. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        if (arguments.length == 0) {
            command.usage(err);
            return ExitCode.USAGE.code();
        }
        err.println(command.getColorScheme().errorText("error: " + e.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.printf("see: %s --help%n", command.getCommandSpec().qualifiedName());
        return ExitCode.USAGE.code();
    }
}
