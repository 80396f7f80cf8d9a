package dev.ramify.cli;

import picocli.CommandLine.Command;

/** Groups the commands on plugins. */
@Command(
        name = "plugins",
        description = "See what is installed.",
        subcommands = PluginsListCommand.class)
final class PluginsCommand {}
