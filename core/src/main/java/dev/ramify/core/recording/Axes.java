package dev.ramify.core.recording;

import dev.ramify.core.array.NpyHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which transposition brings an array of another library into the order that is read. */
final class Axes {

    private Axes() {}

    /**
     * Find the transposition of activations that have other units than everything else.
     *
     * @param sizes the number of units by array
     */
    static Optional<String> ofActivations(String key, NpyHeader header, Map<String, Long> sizes) {
        return expected(key, sizes)
                .flatMap(
                        units ->
                                fitting(
                                        header.shape(),
                                        units,
                                        Map.of(
                                                "01", ".T",
                                                "3", ".transpose(0, 3, 1, 2)",
                                                "2", ".transpose(0, 2, 1, 3)")))
                .map(way -> advice(key, way));
    }

    /**
     * Find the transposition of weights that have other units than everything else.
     *
     * @param sizes the number of units by array
     */
    static Optional<String> ofWeights(String key, NpyHeader header, Map<String, Long> sizes) {
        return expected(key, sizes)
                .flatMap(
                        units ->
                                fitting(
                                        header.shape(),
                                        units,
                                        Map.of(
                                                "10", ".T",
                                                "3", ".transpose(3, 2, 0, 1)",
                                                "1", ".transpose(1, 0, 2, 3)")))
                .map(way -> advice(key, way));
    }

    private static String advice(String key, String way) {
        return "bring %s into the order that is read with %s".formatted(key, way);
    }

    /** Return what all other arrays agree on. */
    private static Optional<Long> expected(String key, Map<String, Long> sizes) {
        List<Long> others =
                sizes.entrySet().stream()
                        .filter(each -> !each.getKey().equals(key))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .toList();
        return others.size() == 1 && !others.get(0).equals(sizes.get(key))
                ? Optional.of(others.get(0))
                : Optional.empty();
    }

    private static Optional<String> fitting(
            List<Long> shape, long units, Map<String, String> ways) {
        if (shape.size() == 2) {
            return ways.entrySet().stream()
                    .filter(way -> way.getKey().length() == 2)
                    .filter(way -> shape.get(way.getKey().charAt(0) - '0') == units)
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
        return ways.entrySet().stream()
                .filter(way -> way.getKey().length() == 1)
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .filter(way -> shape.get(way.getKey().charAt(0) - '0') == units)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Say how maps were read that would make more sense with channels last: where two dimensions
     * are alike, they are those of space.
     *
     * @param units dimension that is read as that of units
     */
    static void noteOdd(ArraySource source, String key, NpyHeader header, int units) {
        List<Long> shape = header.shape();
        if (shape.size() != 4) {
            return;
        }
        boolean asRead = shape.get(2).equals(shape.get(3));
        boolean channelsLast =
                units == 1
                        ? shape.get(1).equals(shape.get(2))
                        : shape.get(0).equals(shape.get(1)) && shape.get(0) < shape.get(3);
        if (channelsLast && !asRead) {
            source.note(
                    key,
                    "its shape %s is read as %s; if channels are last, bring them forward with %s"
                            .formatted(
                                    shape,
                                    units == 1
                                            ? "[samples, units, height, width]"
                                            : "[units, inputs, height, width]",
                                    units == 1
                                            ? ".transpose(0, 3, 1, 2)"
                                            : ".transpose(3, 2, 0, 1)"));
        }
    }
}
