package dev.ramify.plugins.datasets.idx;

import dev.ramify.plugins.datasets.files.Gzip;
import java.nio.ByteBuffer;

/**
 * The start of an IDX file: two zero bytes, the type of the values, the number of dimensions, then
 * each size in four bytes, the most significant first.
 *
 * @param count number of images or labels, at least 1
 * @param rows height of an image, 1 for labels
 * @param columns width of an image, 1 for labels
 * @param bytes size of the header itself
 */
record IdxHeader(int count, int rows, int columns, int bytes) {

    private static final int MAGIC_BYTES = 4;
    private static final int UNSIGNED_BYTE = 0x08;

    /** The longest array that every JVM makes. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /** Return the size of the header of a kind of file. */
    static int bytes(IdxRole role) {
        return MAGIC_BYTES + Integer.BYTES * role.dimensions();
    }

    /**
     * Read a header.
     *
     * @param start the first bytes of the file, fewer than {@link #bytes} if it has no more
     * @throws IdxFormatException if the file cannot be what it should be
     */
    static IdxHeader parse(byte[] start, IdxRole role) throws IdxFormatException {
        checkMagic(start, role);
        if (start.length < bytes(role)) {
            throw new IdxFormatException(
                    "the file ends within its header: found %d bytes, expected at least %d"
                            .formatted(start.length, bytes(role)));
        }
        ByteBuffer sizes = ByteBuffer.wrap(start, MAGIC_BYTES, start.length - MAGIC_BYTES);
        int count = sizes.getInt();
        boolean images = role.dimensions() == 3;
        int rows = images ? sizes.getInt() : 1;
        int columns = images ? sizes.getInt() : 1;
        IdxHeader header = new IdxHeader(count, rows, columns, bytes(role));
        header.checkSizes();
        return header;
    }

    /** Return the number of bytes that follow the header. */
    int dataBytes() {
        return count * rows * columns;
    }

    /** Return the height and width of an image. */
    String side() {
        return rows + "x" + columns;
    }

    /** Say what follows the header. */
    @Override
    public String toString() {
        return rows == 1 && columns == 1
                ? "%,d items of one byte".formatted(count)
                : "%,d items of %s bytes".formatted(count, side());
    }

    private void checkSizes() throws IdxFormatException {
        if (count < 1 || rows < 1 || columns < 1) {
            throw new IdxFormatException(
                    "the header claims sizes %d, %d and %d, expected each to be at least 1"
                            .formatted(count, rows, columns));
        }
        if ((double) count * rows * columns > MOST_BYTES) {
            throw new IdxFormatException(
                    "the header claims %s, expected no more than 2 GiB".formatted(this));
        }
    }

    private static void checkMagic(byte[] start, IdxRole role) throws IdxFormatException {
        boolean idx = start.length >= MAGIC_BYTES && start[0] == 0 && start[1] == 0;
        if (!idx) {
            throw new IdxFormatException(
                    "this is not an IDX file: it starts with '%s', expected '00 00 08 %02x'"
                            .formatted(Gzip.firstBytes(start, MAGIC_BYTES), role.dimensions()));
        }
        if (start[2] != UNSIGNED_BYTE) {
            throw new IdxFormatException(
                    "the values are of type %02x, expected 08 (unsigned bytes)"
                            .formatted(start[2]));
        }
        if (start[3] != role.dimensions()) {
            throw new IdxFormatException(
                    "the data have %d dimensions, expected %d for %s; are files swapped?"
                            .formatted(start[3], role.dimensions(), role.content()));
        }
    }
}
