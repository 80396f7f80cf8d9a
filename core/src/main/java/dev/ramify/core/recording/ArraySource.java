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
import org.jspecify.annotations.Nullable;

/** The arrays of a file, each read and checked on demand; what is wrong becomes a problem. */
final class ArraySource {

    private static final long BYTES_OF_A_TEXT = 64;

    private final String file;
    private final @Nullable ArrayFile archive;
    private final Map<String, NpyHeader> headers;
    private final Problems problems;
    private final Notes notes;

    /**
     * @param archive null where there is no file of arrays
     */
    ArraySource(String file, @Nullable ArrayFile archive, Problems problems, Notes notes) {
        this.file = file;
        this.archive = archive;
        this.headers = archive == null ? Map.of() : archive.headers();
        this.problems = problems;
        this.notes = notes;
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

    void note(String key, String note) {
        notes.add(key + ": " + note);
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
                    sizes.size() == 3
                            ? "take the mean over its middle dimension with .mean(1), or that over the last with .mean(2)"
                            : "reshape it, or leave it out");
            return Optional.empty();
        }
        if (header.get().type().descriptor().equals("|V2")) {
            note(key, "its values of 2 bytes without a type are read as bfloat16");
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
        try {
            requireRoom(header);
            return Optional.of(archive.read(key, Integer.MAX_VALUE - 64L));
        } catch (ArrayFormatException e) {
            problem(
                    key,
                    e.reason(),
                    e.remedyOr("write it anew with numpy.savez, or give more memory"));
        } catch (IOException e) {
            problem(key, "it cannot be read: " + e.getMessage(), "check the file");
        }
        return Optional.empty();
    }

    /** Values are wanted as numbers or texts of Java, which take more room than they do. */
    private static void requireRoom(NpyHeader header) {
        long most = Runtime.getRuntime().maxMemory() / 4;
        long wide = header.count() * (header.type().isText() ? BYTES_OF_A_TEXT : Double.BYTES);
        if (Math.max(wide, header.bytes()) > most) {
            throw new ArrayFormatException(
                    "%,d values of type %s take more than the %,d bytes that there are for them"
                            .formatted(header.count(), header.type().descriptor(), most),
                    "give fewer, or more memory with RAMIFY_OPTS=-Xmx8g");
        }
    }
}
