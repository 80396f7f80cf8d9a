package dev.ramify.core.recording;

import dev.ramify.core.array.ArrayFile;
import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.NpyHeader;
import dev.ramify.core.array.NpzArchive.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The arrays of a file, each read and checked on demand; what is wrong becomes a problem. */
final class ArraySource {

    private final String file;
    private final @Nullable ArrayFile archive;
    private final Map<String, NpyHeader> headers;
    private final Problems problems;

    /**
     * @param archive null where there is no file of arrays
     */
    ArraySource(String file, @Nullable ArrayFile archive, Problems problems) {
        this.file = file;
        this.archive = archive;
        this.headers = archive == null ? Map.of() : archive.headers();
        this.problems = problems;
    }

    Map<String, NpyHeader> headers() {
        return headers;
    }

    /** List keys of arrays that are there but are not sound, which is a problem already. */
    List<String> unsound() {
        return archive == null
                ? List.of()
                : archive.faults().stream().map(Fault::array).filter(Objects::nonNull).toList();
    }

    Optional<NpyHeader> header(String key) {
        return Optional.ofNullable(headers.get(key));
    }

    void problem(String key, String reason, String remedy) {
        problems.add(file + ": " + key, reason, remedy);
    }

    /** Return a header of numbers with one of some ranks and no dimension of 0. */
    Optional<NpyHeader> numbers(String key, String shape, Integer... ranks) {
        Optional<NpyHeader> header = header(key);
        if (header.isEmpty()) {
            return header;
        }
        List<Long> sizes = header.get().shape();
        if (header.get().type().isText()) {
            problem(key, "it has texts; numbers are expected", "give numbers " + shape);
            return Optional.empty();
        }
        if (!List.of(ranks).contains(sizes.size()) || sizes.contains(0L)) {
            problem(
                    key,
                    "its shape is %s; %s is expected%s"
                            .formatted(
                                    sizes,
                                    shape,
                                    sizes.contains(0L) ? ", and nothing may be 0" : ""),
                    "reshape it, or leave it out");
            return Optional.empty();
        }
        if (sizes.stream().anyMatch(size -> size > Integer.MAX_VALUE - 8)) {
            problem(key, "its shape " + sizes + " is too large", "give fewer samples or units");
            return Optional.empty();
        }
        return header;
    }

    /** Read an array that fits in memory. */
    Optional<NpyArray> read(String key) {
        NpyHeader header = headers.get(key);
        if (header == null || archive == null) {
            return Optional.empty();
        }
        long most = Math.min(Integer.MAX_VALUE - 64L, Runtime.getRuntime().maxMemory() / 4);
        try {
            return Optional.of(archive.read(key, most));
        } catch (ArrayFormatException e) {
            problem(key, e.reason(), "write it anew with numpy.savez, or give more memory");
        } catch (IOException e) {
            problem(key, "it cannot be read: " + e.getMessage(), "check the file");
        }
        return Optional.empty();
    }

    /**
     * Read kinds of things: whole numbers or texts.
     *
     * @param prefix put before numbers in names
     * @param names of the kinds, which numbers are indices of; empty where they have none
     */
    Optional<Categories> categories(String key, String prefix, Optional<List<String>> names) {
        Optional<NpyHeader> header = header(key);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        if (header.get().shape().size() != 1) {
            problem(
                    key,
                    "its shape is %s; one number for each is expected"
                            .formatted(header.get().shape()),
                    "flatten it, for instance with .reshape(-1)");
            return Optional.empty();
        }
        if (!header.get().type().isText() && !header.get().type().isWhole()) {
            problem(
                    key,
                    "its values are of type %s; whole numbers are expected"
                            .formatted(header.get().type().descriptor()),
                    "convert it, for instance with .astype('int64')");
            return Optional.empty();
        }
        return read(key).flatMap(array -> categories(key, array, prefix, names));
    }

    private Optional<Categories> categories(
            String key, NpyArray array, String prefix, Optional<List<String>> names) {
        if (array.header().type().isText()) {
            return Optional.of(Categories.of(array.texts()));
        }
        long[] values = array.wholes();
        return names.isEmpty()
                ? Optional.of(Categories.of(values, prefix))
                : named(key, values, names.get());
    }

    /** Check that numbers are indices of names. */
    Optional<Categories> named(String key, long[] values, List<String> names) {
        int[] wrong =
                IntStream.range(0, values.length)
                        .filter(i -> values[i] < 0 || values[i] >= names.size())
                        .toArray();
        if (wrong.length > 0) {
            problem(
                    key,
                    "%d values, the first %d at %d, are no index of the %d names"
                            .formatted(wrong.length, values[wrong[0]], wrong[0], names.size()),
                    "count from 0, and name all of them");
            return Optional.empty();
        }
        return Optional.of(
                new Categories(
                        names,
                        IntStream.range(0, values.length).map(i -> (int) values[i]).toArray()));
    }

    /** Read names, which must differ. */
    Optional<List<String>> names(String key) {
        Optional<NpyHeader> header = header(key);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        if (!header.get().type().isText() || header.get().shape().size() != 1) {
            problem(
                    key,
                    "a list of texts is expected, found type %s of shape %s"
                            .formatted(header.get().type().descriptor(), header.get().shape()),
                    "write numpy.array(['one', 'two'])");
            return Optional.empty();
        }
        Optional<List<String>> names = read(key).map(NpyArray::texts);
        List<String> all = names.orElse(List.of());
        String twice =
                all.stream()
                        .filter(name -> all.indexOf(name) != all.lastIndexOf(name))
                        .distinct()
                        .map("'%s'"::formatted)
                        .collect(Collectors.joining(", "));
        if (!twice.isEmpty()) {
            problem(key, "the names %s stand in it twice".formatted(twice), "rename one");
        }
        return names;
    }
}
