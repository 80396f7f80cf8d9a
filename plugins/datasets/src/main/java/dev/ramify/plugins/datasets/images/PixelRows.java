package dev.ramify.plugins.datasets.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Reads an image row by row as red, green and blue from 0 to 255, over white where it is
 * transparent.
 *
 * <p>Grey values are taken as they are stored: Java would hold them for linear light and brighten
 * them, unlike every other tool.
 */
final class PixelRows {

    private final BufferedImage image;
    private final boolean grey;
    private final int[] packed;
    private final int[] alphas;

    PixelRows(BufferedImage image) {
        this.image = image;
        ColorModel model = image.getColorModel();
        this.grey =
                !(model instanceof IndexColorModel)
                        && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        this.packed = new int[image.getWidth()];
        this.alphas = new int[grey && model.hasAlpha() ? image.getWidth() : 0];
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /**
     * Read one row.
     *
     * @param into receives three rows of values: red, green, blue
     */
    void read(int y, float[][] into) {
        if (grey) {
            readGrey(y, into);
        } else {
            readColour(y, into);
        }
    }

    private void readColour(int y, float[][] into) {
        image.getRGB(0, y, width(), 1, packed, 0, width());
        for (int x = 0; x < width(); x++) {
            int argb = packed[x];
            float opacity = (argb >>> 24) / 255f;
            for (int channel = 0; channel < 3; channel++) {
                int value = (argb >>> (16 - 8 * channel)) & 0xff;
                into[channel][x] = overWhite(value, opacity);
            }
        }
    }

    private void readGrey(int y, float[][] into) {
        Raster raster = image.getRaster();
        raster.getSamples(0, y, width(), 1, 0, packed);
        float most = (1 << raster.getSampleModel().getSampleSize(0)) - 1f;
        if (alphas.length > 0) {
            raster.getSamples(0, y, width(), 1, 1, alphas);
        }
        for (int x = 0; x < width(); x++) {
            float opacity = alphas.length > 0 ? alphas[x] / most : 1;
            float value = overWhite(packed[x] / most * 255, opacity);
            into[0][x] = value;
            into[1][x] = value;
            into[2][x] = value;
        }
    }

    private static float overWhite(float value, float opacity) {
        return opacity * value + (1 - opacity) * 255;
    }
}
