package dev.ramify.core.study;

import org.jspecify.annotations.Nullable;

/** The version of Ramify that runs. */
final class Version {

    private Version() {}

    static String current() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
