package dev.ramify.core.recording;

import dev.ramify.api.data.Factor;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.NpyHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known of the samples.
 *
 * @param classes names of the classes; empty if unknown
 * @param labels the class of every sample; empty if unknown
 * @param factors the known factors
 * @param levels the level of every sample in every factor: {@code int[factors][samples]}
 */
record Samples(List<String> classes, int[] labels, List<Factor> factors, int[][] levels) {

    static final String LABELS = "labels";
    static final String CLASS_NAMES = "class_names";
    static final String FACTORS = "factors";
    static final String FACTOR_NAMES = "factor_names";
    static final String LEVELS = "levels/";

    private static final int MOST_FACTORS = 1_000;

    /** Read labels and factors; what is wrong becomes a problem. */
    static Samples read(ArraySource source) {
        Kinds kinds = new Kinds(source);
        Optional<List<String>> named = kinds.names(CLASS_NAMES);
        Categories classes =
                kinds.read(LABELS, Kinds.Sort.CLASS, named)
                        .orElse(new Categories(named.orElse(List.of()), new int[0]));
        List<Factor> factors = new ArrayList<>();
        List<int[]> levels = new ArrayList<>();
        source.numbers(FACTORS, "[samples, factors]", 2)
                .ifPresent(header -> readFactors(source, header, factors, levels));
        return new Samples(
                classes.names(), classes.indices(), factors, levels.toArray(int[][]::new));
    }

    private static void readFactors(
            ArraySource source, NpyHeader header, List<Factor> factors, List<int[]> levels) {
        int count = header.shape().get(1).intValue();
        if (count > MOST_FACTORS) {
            source.problem(
                    FACTORS,
                    "it has %,d columns; at most %,d factors are read"
                            .formatted(count, MOST_FACTORS),
                    "give a column for each factor, a row for each sample");
            return;
        }
        Kinds kinds = new Kinds(source);
        List<String> names =
                kinds.names(FACTOR_NAMES)
                        .orElse(
                                IntStream.rangeClosed(1, count)
                                        .mapToObj("factor %d"::formatted)
                                        .toList());
        if (names.size() != count) {
            source.problem(
                    FACTOR_NAMES,
                    "%d names for the %d factors of %s".formatted(names.size(), count, FACTORS),
                    "give a name for each column");
            return;
        }
        Optional<NpyArray> array = source.read(FACTORS);
        if (array.isEmpty()) {
            return;
        }
        double[] values = array.get().numbers();
        for (int f = 0; f < count; f++) {
            Optional<Categories> found = column(source, values, f, names.get(f), count);
            if (found.isPresent() && found.get().names().size() < 2) {
                source.note(
                        FACTORS,
                        "all samples have the same value of '%s', which is left out"
                                .formatted(names.get(f)));
            } else if (found.isPresent()) {
                factors.add(new Factor(names.get(f), found.get().names()));
                levels.add(found.get().indices());
            }
        }
    }

    private static Optional<Categories> column(
            ArraySource source, double[] values, int factor, String name, int factors) {
        long[] column = new long[values.length / factors];
        for (int i = 0; i < column.length; i++) {
            double value = values[i * factors + factor];
            if (value != Math.rint(value) || Double.isInfinite(value)) {
                source.problem(
                        FACTORS,
                        "'%s' is %s at sample %d; whole numbers, one for each level, are expected"
                                .formatted(name, value, i),
                        "divide it into levels, for instance with numpy.digitize");
                return Optional.empty();
            }
            column[i] = (long) value;
        }
        Optional<Long> mark = MissingMark.among(column);
        if (mark.isPresent()) {
            source.problem(
                    FACTORS,
                    "of '%s', %s, which is no level"
                            .formatted(name, MissingMark.count(column, mark.get())),
                    "leave these samples out of all arrays, or count levels from 0");
            return Optional.empty();
        }
        Kinds kinds = new Kinds(source);
        Optional<List<String>> named = kinds.names(LEVELS + name);
        return named.isPresent()
                ? kinds.named(FACTORS, column, named.get())
                : Optional.of(Categories.of(column, ""));
    }
}
