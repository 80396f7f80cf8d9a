package dev.ramify.core.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is by its first bytes, for those who give another kind than is read. */
final class FileKind {

    private static final short ZIP = 0x504B;
    private static final int NPY = 0x934E554D;
    private static final byte PICKLE = (byte) 0x80;

    private FileKind() {}

    /**
     * Require that a file begins as a zip archive does.
     *
     * @throws ArrayFormatException if not, saying what it may be
     */
    static void requireZip(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(Integer.BYTES);
        }
        ByteBuffer head = ByteBuffer.wrap(Arrays.copyOf(first, Integer.BYTES));
        if (head.getShort(0) != ZIP) {
            throw new ArrayFormatException("not an .npz file: " + kind(first, head.getInt(0)));
        }
    }

    private static String kind(byte[] first, int head) {
        if (first.length == 0) {
            return "it is empty";
        }
        if (head == NPY) {
            return "it is a single .npy array; write several with numpy.savez";
        }
        return first[0] == PICKLE
                ? "it is a Python pickle, which is never read; write arrays with numpy.savez"
                : "it does not begin as a zip archive does";
    }
}
