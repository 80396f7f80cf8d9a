package dev.ramify.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself. */
@Command(
        name = "ramify",
        description =
                "Split a network into branches, train it, and see, measured against chance, what each branch became.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionProvider.class,
        subcommands = {
            RunCommand.class,
            MeasureCommand.class,
            ValidateCommand.class,
            CalibrateCommand.class,
            PluginsCommand.class,
            DataCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            ReferenceCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well",
            "1:a run failed, or the program itself",
            "2:the command line is wrong",
            "3:the pipeline file is wrong",
            "4:a plugin is missing, broken or in conflict with another",
            "5:data are missing or corrupt",
            "6:a quality gate was not passed",
            "130:interrupted; what was finished is kept"
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%n",
        footer =
                "Begin with: ${ROOT-COMMAND-NAME} run docs/examples/quickstart.yaml%n(examples/quickstart.yaml in an unpacked archive)")
final class RamifyCommand {

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack traces of failures.")
    private boolean debug;

    boolean debug() {
        return debug;
    }
}
