package dev.ramify.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

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
