package dev.ramify.core.architecture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names of record classes and constants: in lower case, with a hyphen between words. */
final class Kinds {

    private Kinds() {}

    static String nameOf(Class<?> type) {
        return type.getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Find the record of a name that a sealed interface permits. */
    static Class<?> find(Class<?> sealed, String name, String path) {
        return records(sealed)
                .filter(each -> nameOf(each).equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, records(sealed).map(Kinds::nameOf), path));
    }

    static Object constant(Class<?> type, String name, String path) {
        List<Enum<?>> constants =
                Arrays.stream(type.getEnumConstants()).<Enum<?>>map(Enum.class::cast).toList();
        return constants.stream()
                .filter(each -> nameOf(each).equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, constants.stream().map(Kinds::nameOf), path));
    }

    /** List all records that a sealed interface permits, directly or through another. */
    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Kinds::records);
    }

    private static UnreadableJsonException unknown(String name, Stream<String> known, String path) {
        return new UnreadableJsonException(
                path,
                "unknown type '%s'; there are %s"
                        .formatted(name, known.sorted(Comparator.naturalOrder()).toList()));
    }
}
