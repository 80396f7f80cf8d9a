package dev.ramify.core.array;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Several named arrays in one file, as NumPy's {@code savez} writes them: stored, not compressed.
 */
public final class Npz {

    private static final String SUFFIX = ".npy";

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
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
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
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().endsWith(SUFFIX)) {
                    throw new ArrayFormatException(
                            "an entry '%s' that is no .npy array".formatted(entry.getName()));
                }
                String name =
                        entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
                arrays.put(name, read(zip, entry, most));
            }
        } catch (ZipException e) {
            throw new ArrayFormatException("not an intact .npz file: " + e.getMessage());
        }
        return arrays;
    }

    private static NpyArray read(ZipFile zip, ZipEntry entry, long most) throws IOException {
        // ZipFile, other than ZipInputStream, does not check sums.
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            NpyArray array = NpyArray.read(in, most);
            if (in.read() >= 0) {
                throw new ArrayFormatException("more values than the header tells");
            }
            if (sum.getValue() != entry.getCrc()) {
                throw new ArrayFormatException("the checksum is wrong");
            }
            return array;
        } catch (ArrayFormatException e) {
            throw new ArrayFormatException("entry '" + entry.getName() + "': " + e.getMessage());
        }
    }
}
