package dev.ramify.core.pipeline.binding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Translates between the names of Java and those of pipeline files. */
public final class Names {

    private Names() {}

    /** Return a name in camel case in kebab case: {@code warmUp} as {@code warm-up}. */
    public static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    /** Return an enum constant's name as files write it. */
    public static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** List names for a message. */
    static String list(List<String> names) {
        return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }
}
