package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.images.ImagesOptions.Fit;

/** Brings images to one square size. Holds two rows of the source, never a copy of it. */
final class Thumbnail {

    private static final int CHANNELS = 3;

    private Thumbnail() {}

    /**
     * Return an image of {@code size x size}: red, then green, then blue, row by row, as unsigned
     * bytes.
     */
    static byte[] of(PixelRows source, int size, Fit fit) {
        int width = fit == Fit.CROP ? Math.min(source.width(), source.height()) : source.width();
        int height = fit == Fit.CROP ? width : source.height();
        Resampler across = new Resampler((source.width() - width) / 2, width, size);
        Resampler down = new Resampler((source.height() - height) / 2, height, size);
        float[][] narrow = narrowRows(source, across, (source.height() - height) / 2, height);
        byte[] thumbnail = new byte[CHANNELS * size * size];
        int first = (source.height() - height) / 2;
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    thumbnail[(channel * size + y) * size + x] =
                            blend(narrow, down, y, down.start(y) - first, channel * size + x);
                }
            }
        }
        return thumbnail;
    }

    /** Resample every row that counts; each holds red, green and blue one after another. */
    private static float[][] narrowRows(PixelRows source, Resampler across, int first, int count) {
        int size = across.target();
        float[][] row = new float[CHANNELS][source.width()];
        float[][] narrow = new float[count][CHANNELS * size];
        for (int y = 0; y < count; y++) {
            source.read(first + y, row);
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int x = 0; x < size; x++) {
                    float[] weights = across.weights(x);
                    int start = across.start(x);
                    float sum = 0;
                    for (int k = 0; k < weights.length; k++) {
                        sum += weights[k] * row[channel][start + k];
                    }
                    narrow[y][channel * size + x] = sum;
                }
            }
        }
        return narrow;
    }

    private static byte blend(float[][] narrow, Resampler down, int y, int start, int column) {
        float[] weights = down.weights(y);
        float sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * narrow[start + k][column];
        }
        return (byte) Math.max(0, Math.min(255, Math.round(sum)));
    }
}
