package dev.ramify.plugins.datasets.memory;

/** Replaces colours by grey of the same luma (ITU-R BT.601) in three equal channels. */
public final class Luminance {

    private Luminance() {}

    /**
     * Return an image in grey.
     *
     * @param image red, then green, then blue, each of the same length
     */
    public static byte[] of(byte[] image) {
        byte[] grey = new byte[image.length];
        int area = image.length / 3;
        for (int i = 0; i < area; i++) {
            byte luma = of(image[i], image[area + i], image[2 * area + i]);
            grey[i] = luma;
            grey[area + i] = luma;
            grey[2 * area + i] = luma;
        }
        return grey;
    }

    private static byte of(byte red, byte green, byte blue) {
        int thousandfold = 299 * (red & 0xff) + 587 * (green & 0xff) + 114 * (blue & 0xff);
        return (byte) ((thousandfold + 500) / 1000);
    }
}
