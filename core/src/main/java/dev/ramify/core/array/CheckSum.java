package dev.ramify.core.array;

import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** The check sum of an entry of an archive, CRC-32. */
final class CheckSum {

    private static final int BLOCK = 1 << 20;

    private CheckSum() {}

    static long of(MappedBytes bytes) {
        CRC32 sum = new CRC32();
        for (long from = 0; from < bytes.size(); from += BLOCK) {
            int count = (int) Math.min(BLOCK, bytes.size() - from);
            sum.update(bytes.slice(from, count, ByteOrder.LITTLE_ENDIAN));
        }
        return sum.getValue();
    }

    /**
     * Compare check sums.
     *
     * @throws ArrayFormatException if they differ
     */
    static void require(long written, long found) {
        if (written != found) {
            throw new ArrayFormatException(
                    "its check sum is %08x, but that of its bytes is %08x; the file was damaged"
                            .formatted(written, found));
        }
    }
}
