package dev.ramify.plugins.datasets.images;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before the data of a JPEG (ITU-T T.81, annex B) and is not told by the JDK's reader.
 *
 * @param components number of components; 0 where no frame is found
 * @param transformed whether Adobe's marker says that colours are luma and chroma
 * @param orientation how the picture is to be turned, as {@link Orientation} counts
 */
record JpegHeader(int components, boolean transformed, int orientation) {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ADOBE_TRANSFORM = 11;
    private static final int START_OF_IMAGE = 2;
    private static final int APPLICATION_1 = 0xe1;
    private static final int APPLICATION_14 = 0xee;
    private static final int START_OF_SCAN = 0xda;

    /** Read the markers up to the first scan; what is damaged counts as absent. */
    static JpegHeader of(byte[] content) {
        int components = 0;
        boolean transformed = false;
        int orientation = Orientation.UPRIGHT;
        ByteBuffer jpeg = ByteBuffer.wrap(content).order(ByteOrder.BIG_ENDIAN);
        jpeg.position(START_OF_IMAGE);
        try {
            while (jpeg.get() == (byte) 0xff) {
                int marker = jpeg.get() & 0xff;
                if (marker == START_OF_SCAN) {
                    break;
                }
                if (marker == 0xff) {
                    jpeg.position(jpeg.position() - 1);
                    continue;
                }
                int length = (jpeg.getShort() & 0xffff) - Short.BYTES;
                if (length < 0 || length > jpeg.remaining()) {
                    break;
                }
                byte[] segment = new byte[length];
                jpeg.get(segment);
                if (isFrame(marker) && length > 5) {
                    components = segment[5] & 0xff;
                } else if (marker == APPLICATION_1 && startsWith(segment, EXIF)) {
                    orientation = Orientation.inTiff(segment, EXIF.length);
                } else if (marker == APPLICATION_14
                        && startsWith(segment, ADOBE)
                        && length > ADOBE_TRANSFORM) {
                    transformed = segment[ADOBE_TRANSFORM] != 0;
                }
            }
        } catch (BufferUnderflowException e) {
            // The decoder tells of what is cut off.
        }
        return new JpegHeader(components, transformed, orientation);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private static boolean startsWith(byte[] segment, byte[] wanted) {
        return segment.length >= wanted.length
                && Arrays.equals(segment, 0, wanted.length, wanted, 0, wanted.length);
    }
}
