package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Checks that a PNG is whole, by the checksum of every chunk, which the JDK's reader ignores. */
final class PngChecksums {

    private static final int SIGNATURE_BYTES = 8;
    private static final int LENGTH_BYTES = 4;
    private static final int TYPE_BYTES = 4;
    private static final int CRC_BYTES = 4;

    private PngChecksums() {}

    /**
     * Go through the chunks up to the end chunk; what follows it does not matter.
     *
     * @return how the picture is to be turned, as {@link Orientation} counts
     * @throws UnreadableImageException if a chunk is damaged, or the file ends before the end chunk
     */
    static int check(byte[] content) throws UnreadableImageException {
        ByteBuffer png = ByteBuffer.wrap(content);
        long at = SIGNATURE_BYTES;
        String type = "";
        int orientation = Orientation.UPRIGHT;
        while (!type.equals("IEND")) {
            if (at + LENGTH_BYTES + TYPE_BYTES + CRC_BYTES > content.length) {
                throw cutOff();
            }
            int start = (int) at + LENGTH_BYTES;
            int length = png.getInt((int) at);
            long end = (long) start + TYPE_BYTES + length;
            if (length < 0 || end + CRC_BYTES > content.length) {
                throw cutOff();
            }
            type = new String(content, start, TYPE_BYTES, StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(content, start, TYPE_BYTES + length);
            if ((int) crc.getValue() != png.getInt((int) end)) {
                throw new UnreadableImageException(
                        "the image is damaged: a checksum is wrong in the chunk at byte %,d"
                                .formatted(at),
                        Problems.GET_AGAIN);
            }
            if (type.equals("eXIf")) {
                int from = start + TYPE_BYTES;
                orientation =
                        Orientation.inTiff(Arrays.copyOfRange(content, from, from + length), 0);
            }
            at = end + CRC_BYTES;
        }
        return orientation;
    }

    private static UnreadableImageException cutOff() {
        return new UnreadableImageException(
                "the image is cut off: its end chunk is missing", Problems.GET_AGAIN);
    }
}
