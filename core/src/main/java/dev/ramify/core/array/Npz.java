package dev.ramify.core.array;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Several named arrays in one file, as NumPy's {@code savez} writes them: stored, not compressed.
 */
public final class Npz {

    static final String SUFFIX = ".npy";

    /**
     * The time of every entry. Times up to the first of January 1980 would be written with a time
     * zone's distance beside them.
     */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /** Write arrays in the order of the map; equal arrays give equal bytes. */
    public static void write(OutputStream out, Map<String, NpyArray> arrays) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        zip.setMethod(ZipOutputStream.STORED);
        for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
            zip.putNextEntry(entry(array.getKey(), array.getValue()));
            array.getValue().write(zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static ZipEntry entry(String name, NpyArray array) {
        byte[] head = array.header().encode();
        CRC32 sum = new CRC32();
        sum.update(head);
        sum.update(array.bytes());
        ZipEntry entry = new ZipEntry(name + SUFFIX);
        entry.setTimeLocal(ALWAYS);
        entry.setSize(head.length + (long) array.bytes().length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    /**
     * Read all arrays.
     *
     * @param most greatest number of bytes of values of one array
     * @throws ArrayFormatException if the file is not of this kind or damaged
     */
    public static Map<String, NpyArray> read(Path file, long most) throws IOException {
        try (NpzArchive archive = NpzArchive.open(file)) {
            for (NpzArchive.Fault fault : archive.faults()) {
                throw new ArrayFormatException(
                        "entry '%s': %s".formatted(fault.entry(), fault.reason()));
            }
            Map<String, NpyArray> arrays = new LinkedHashMap<>();
            for (String name : archive.headers().keySet()) {
                arrays.put(name, read(archive, name, most));
            }
            return arrays;
        }
    }

    private static NpyArray read(NpzArchive archive, String name, long most) throws IOException {
        try {
            return archive.read(name, most);
        } catch (ArrayFormatException e) {
            throw new ArrayFormatException("entry '%s': %s".formatted(name, e.reason()));
        }
    }
}
