package dev.ramify.core.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Several named arrays in one file, of any size: values are read only when asked for. Nobody
 * vouches for a file, so that whatever it says of itself is compared with what is there. Not
 * thread-safe.
 */
public interface ArrayFile extends AutoCloseable {

    /**
     * Open a file of one of the kinds that are read: {@code .safetensors} by its name, else {@code
     * .npz}.
     *
     * @throws ArrayFormatException if it is no file of arrays at all, or cut short
     */
    static ArrayFile open(Path file) throws IOException {
        return file.toString().endsWith(SafetensorsFile.SUFFIX)
                ? SafetensorsFile.open(file)
                : NpzArchive.open(file);
    }

    /** Return the header of every sound array, in the order of the file. */
    Map<String, NpyHeader> headers();

    /** List what else is in the file, such as a README, as it may be shown. */
    default List<String> beside() {
        return List.of();
    }

    /** Return what is wrong with other arrays. */
    List<NpzArchive.Fault> faults();

    /**
     * Read a small array into memory.
     *
     * @param most greatest number of bytes of values
     * @throws ArrayFormatException if it is damaged or larger
     */
    NpyArray read(String name, long most) throws IOException;

    /**
     * View the values of an array of any size.
     *
     * @throws ArrayFormatException if it is damaged
     * @throws IOException if there is no room for it
     */
    MappedBytes map(String name) throws IOException;

    @Override
    void close() throws IOException;
}
