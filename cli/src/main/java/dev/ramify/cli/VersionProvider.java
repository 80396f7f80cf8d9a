package dev.ramify.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Optional;

/** Knows the version from the jar's manifest. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }

    static String line() {
        return "ramify " + version();
    }

    static String version() {
        return Optional.ofNullable(VersionProvider.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
