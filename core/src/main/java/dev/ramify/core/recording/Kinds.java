package dev.ramify.core.recording;

import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.NpyHeader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Reads arrays that tell of things which kind each is: classes, branches, families. */
final class Kinds {

    private final ArraySource source;

    Kinds(ArraySource source) {
        this.source = source;
    }

    /** What kinds are of, with what holds for numbers of that sort. */
    enum Sort {
        /** Of samples; a number may be any, but for the marks of what has no class. */
        CLASS("", "class", "leave these samples out of all arrays"),
        /** Of units; numbers from 0. */
        BRANCH("b", "branch", "leave these units out of all arrays, or name their branch"),
        /** Of units; a number that is negative is none. */
        FAMILY("family ", "family", "give texts, an empty one for none");

        private final String prefix;
        private final String word;
        private final String remedy;

        Sort(String prefix, String word, String remedy) {
            this.prefix = prefix;
            this.word = word;
            this.remedy = remedy;
        }
    }

    /**
     * Read kinds of things: whole numbers or texts.
     *
     * @param names of the kinds, which numbers are indices of; empty where they have none
     */
    Optional<Categories> read(String key, Sort sort, Optional<List<String>> names) {
        Optional<NpyHeader> header = source.header(key);
        if (header.isEmpty() || !isList(key, sort, header.get())) {
            return Optional.empty();
        }
        if (header.get().type().isText()) {
            return texts(key).flatMap(texts -> named(key, sort, texts));
        }
        Optional<NpyArray> array = source.read(key);
        if (array.isEmpty()) {
            return Optional.empty();
        }
        if (!header.get().type().isWhole()) {
            refuseFractions(key, sort, array.get().numbers());
            return Optional.empty();
        }
        return numbered(key, sort, array.get().wholes(), names);
    }

    private boolean isList(String key, Sort sort, NpyHeader header) {
        List<Long> shape = header.shape();
        if (shape.size() == 1) {
            return true;
        }
        boolean oneHot = shape.size() == 2 && shape.get(0) > 1 && shape.get(1) > 1;
        source.problem(
                key,
                "its shape is %s; one %s for each is expected".formatted(shape, sort.word),
                oneHot
                        ? "take the column of each row's one with .argmax(1)"
                        : "flatten it with .reshape(-1)");
        return false;
    }

    private void refuseFractions(String key, Sort sort, double[] values) {
        int at =
                IntStream.range(0, values.length)
                        .filter(i -> values[i] != Math.rint(values[i]))
                        .findFirst()
                        .orElse(-1);
        source.problem(
                key,
                at < 0
                        ? "its values are no whole numbers by their type"
                        : "it is %s at %d, which is no %s".formatted(values[at], at, sort.word),
                at < 0
                        ? "convert it with .astype('int64')"
                        : "divide it into levels, for instance with numpy.digitize, or leave it out");
    }

    private Optional<Categories> named(String key, Sort sort, List<String> texts) {
        int nameless = sort == Sort.FAMILY ? -1 : texts.indexOf("");
        if (nameless >= 0) {
            source.problem(
                    key,
                    "%d texts, the first at %d, are empty and name no %s"
                            .formatted(
                                    texts.stream().filter(String::isEmpty).count(),
                                    nameless,
                                    sort.word),
                    sort.remedy);
            return Optional.empty();
        }
        return Optional.of(Categories.of(texts));
    }

    private Optional<Categories> numbered(
            String key, Sort sort, long[] values, Optional<List<String>> names) {
        Optional<Long> mark =
                sort == Sort.CLASS ? MissingMark.among(values) : MissingMark.negative(values);
        if (mark.isPresent() && sort != Sort.FAMILY) {
            source.problem(
                    key,
                    "%s, which is no %s"
                            .formatted(MissingMark.count(values, mark.get()), sort.word),
                    sort.remedy);
            return Optional.empty();
        }
        if (mark.isPresent()) {
            source.note(
                    key, MissingMark.count(values, mark.get()) + ", which is taken for no family");
            return Optional.of(
                    Categories.of(
                            LongStream.of(values)
                                    .mapToObj(value -> value < 0 ? "" : sort.prefix + value)
                                    .toList()));
        }
        if (LongStream.of(values).anyMatch(value -> value == -1)) {
            source.note(
                    key, MissingMark.count(values, -1) + ", which is taken for a class of its own");
        }
        return names.isEmpty()
                ? Optional.of(Categories.of(values, sort.prefix))
                : named(key, values, names.get());
    }

    /** Check that numbers are indices of names. */
    Optional<Categories> named(String key, long[] values, List<String> names) {
        int[] wrong =
                IntStream.range(0, values.length)
                        .filter(i -> values[i] < 0 || values[i] >= names.size())
                        .toArray();
        if (wrong.length > 0) {
            source.problem(
                    key,
                    "%d values, the first %d at %d, are no index of the %d names"
                            .formatted(wrong.length, values[wrong[0]], wrong[0], names.size()),
                    "count from 0, and name all of them");
            return Optional.empty();
        }
        return Optional.of(
                new Categories(
                        names, Arrays.stream(values).mapToInt(each -> (int) each).toArray()));
    }

    /** Read names, which must differ. */
    Optional<List<String>> names(String key) {
        Optional<NpyHeader> header = source.header(key);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        if (!header.get().type().isText() || header.get().shape().size() != 1) {
            source.problem(
                    key,
                    "a list of texts is expected, found type %s of shape %s"
                            .formatted(header.get().type().descriptor(), header.get().shape()),
                    "write numpy.array(['one', 'two'])");
            return Optional.empty();
        }
        Optional<List<String>> names = texts(key);
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String name : names.orElse(List.of())) {
            if (!seen.add(name)) {
                twice.add("'" + name + "'");
            }
        }
        if (!twice.isEmpty()) {
            source.problem(
                    key,
                    "%d names stand in it twice: %s"
                            .formatted(
                                    twice.size(),
                                    twice.stream().limit(5).collect(Collectors.joining(", "))),
                    "rename one of each");
        }
        return names;
    }

    private Optional<List<String>> texts(String key) {
        try {
            return source.read(key).map(NpyArray::texts);
        } catch (ArrayFormatException e) {
            source.problem(key, e.reason(), e.remedyOr("write it anew with numpy.savez"));
            return Optional.empty();
        }
    }
}
