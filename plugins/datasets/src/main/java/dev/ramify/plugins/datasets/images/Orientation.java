package dev.ramify.plugins.datasets.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a picture is to be turned, as cameras say in the tag 274 of EXIF (CIPA DC-008, 4.6.5.1.5):
 * from 1 for upright to 8. It is read by hand since it is one number, and turned after the picture
 * was made small.
 */
final class Orientation {

    /** Nothing is to be turned. */
    static final int UPRIGHT = 1;

    private static final int TAG = 274;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY_BYTES = 12;
    private static final short LITTLE = 0x4949;
    private static final short BIG = 0x4d4d;

    private Orientation() {}

    /** Find the orientation in the first directory of TIFF data; upright where none is found. */
    static int inTiff(byte[] content, int from) {
        ByteBuffer tiff = ByteBuffer.wrap(content, from, content.length - from).slice();
        if (tiff.remaining() < 8) {
            return UPRIGHT;
        }
        short order = tiff.getShort(0);
        if (order != LITTLE && order != BIG) {
            return UPRIGHT;
        }
        tiff.order(order == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + Short.BYTES > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long at = directory + Short.BYTES + (long) i * ENTRY_BYTES;
            if (at + ENTRY_BYTES > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort((int) at) & 0xffff) == TAG) {
                return value(tiff, (int) at);
            }
        }
        return UPRIGHT;
    }

    private static int value(ByteBuffer tiff, int entry) {
        int type = tiff.getShort(entry + 2);
        int value =
                switch (type) {
                    case SHORT -> tiff.getShort(entry + 8);
                    case LONG -> tiff.getInt(entry + 8);
                    default -> UPRIGHT;
                };
        return value >= 1 && value <= 8 ? value : UPRIGHT;
    }

    /**
     * Turn a square image.
     *
     * @param image planes of {@code size x size}, row by row
     */
    static byte[] turn(byte[] image, int size, int orientation) {
        if (orientation == UPRIGHT) {
            return image;
        }
        byte[] turned = new byte[image.length];
        int last = size - 1;
        for (int plane = 0; plane < image.length; plane += size * size) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    int from =
                            switch (orientation) {
                                case 2 -> y * size + last - x;
                                case 3 -> (last - y) * size + last - x;
                                case 4 -> (last - y) * size + x;
                                case 5 -> x * size + y;
                                case 6 -> (last - x) * size + y;
                                case 7 -> (last - x) * size + last - y;
                                default -> x * size + last - y;
                            };
                    turned[plane + y * size + x] = image[plane + from];
                }
            }
        }
        return turned;
    }
}
