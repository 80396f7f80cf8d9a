package dev.ramify.plugins.datasets.images;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Brings a JPEG of cyan, magenta, yellow and black to red, green and blue: {@code R = (255 - C)
 * (255 - K) / 255} on the values as they are stored, as libjpeg's users and Pillow do. An ICC
 * profile is not applied. Adobe's files, which almost all are, store inks inverted.
 */
final class FourInks {

    private static final int INKS = 4;

    private FourInks() {}

    /**
     * Convert.
     *
     * @param raster the four components as they are stored
     * @param transformed whether the first three are luma and chroma (ITU-R BT.601) of the inks
     */
    static BufferedImage toRgb(Raster raster, boolean transformed) {
        int width = raster.getWidth();
        BufferedImage image =
                new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[INKS * width];
        int[] packed = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                packed[x] = transformed ? ofLuma(row, INKS * x) : ofInks(row, INKS * x);
            }
            image.setRGB(0, y, width, 1, packed, 0, width);
        }
        return image;
    }

    private static int ofInks(int[] row, int at) {
        return packed(row[at], row[at + 1], row[at + 2], row[at + 3]);
    }

    /** Luma and chroma tell red, green and blue, of which stored inks are the complement. */
    private static int ofLuma(int[] row, int at) {
        double luma = row[at];
        double blue = row[at + 1] - 128;
        double red = row[at + 2] - 128;
        return packed(
                255 - byteOf(luma + 1.402 * red),
                255 - byteOf(luma - 0.344136 * blue - 0.714136 * red),
                255 - byteOf(luma + 1.772 * blue),
                row[at + 3]);
    }

    private static int byteOf(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** Stored inks are inverted, so that each already says how much light is left. */
    private static int packed(int cyan, int magenta, int yellow, int black) {
        return scaled(cyan, black) << 16 | scaled(magenta, black) << 8 | scaled(yellow, black);
    }

    private static int scaled(int ink, int black) {
        return (ink * black + 127) / 255;
    }
}
