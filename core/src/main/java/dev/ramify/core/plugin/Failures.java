package dev.ramify.core.plugin;

import java.util.ServiceConfigurationError;

/** Turns what a class loader throws into a sentence for people. */
final class Failures {

    private Failures() {}

    static String explain(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof ServiceConfigurationError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
            return "it needs the class %s, which is not there; put the library that has it beside the plugin's jar, in a folder of their own"
                    .formatted(message.replace('/', '.'));
        }
        if (cause instanceof UnsupportedClassVersionError) {
            return "it was compiled for a newer Java than this one (%s): %s"
                    .formatted(System.getProperty("java.version"), message);
        }
        if (cause instanceof LinkageError) {
            return "it was built against another version of the API: " + message;
        }
        if (cause instanceof ServiceConfigurationError) {
            return message;
        }
        return "it failed while loading with %s: %s"
                .formatted(cause.getClass().getSimpleName(), message);
    }
}
