package dev.ramify.cli;

import picocli.CommandLine.Command;

/** Groups the commands on data. */
@Command(
        name = "data",
        description = "Get the files of datasets.",
        subcommands = DataGetCommand.class)
final class DataCommand {}
