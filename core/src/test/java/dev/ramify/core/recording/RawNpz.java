package dev.ramify.core.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of arrays written byte by byte, so that they can be wrong in any way. */
final class RawNpz {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** Put an entry with any bytes. */
    RawNpz entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    /** Put an array whose header is written by hand. */
    RawNpz array(String name, String type, boolean columnMajor, String shape, byte[] values) {
        return entry(name + ".npy", npy(type, columnMajor, shape, values));
    }

    /** Put a row-major array of single precision. */
    RawNpz floats(String name, String shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return array(name, "<f4", false, shape, bytes.array());
    }

    /** Put a list of 32-bit whole numbers. */
    RawNpz ints(String name, String shape, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return array(name, "<i4", false, shape, bytes.array());
    }

    static byte[] npy(String type, boolean columnMajor, String shape, byte[] values) {
        byte[] header =
                "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }\n"
                        .formatted(type, columnMajor ? "True" : "False", shape)
                        .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.writeBytes(new byte[] {(byte) header.length, (byte) (header.length >> 8)});
        out.writeBytes(header);
        out.writeBytes(values);
        return out.toByteArray();
    }

    /** Write everything, deflated. */
    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
