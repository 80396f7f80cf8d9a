package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Picture;
import dev.ramify.core.rendering.color.Ramps;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures as PNG within a {@code data:} URI. */
final class Png {

    /** Viewers that smooth small pictures blur less where each pixel is already several. */
    private static final int LEAST_SIDE = 40;

    private Png() {}

    static String dataUri(Picture picture) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode(picture));
    }

    private static byte[] encode(Picture picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(raster(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage raster(Picture picture) {
        int side = Math.min(picture.width(), picture.height());
        boolean pixelArt = Math.max(picture.width(), picture.height()) < LEAST_SIDE;
        int zoom = pixelArt ? (LEAST_SIDE + side - 1) / side : 1;
        boolean opaque = picture instanceof Picture.Rgb;
        BufferedImage image =
                new BufferedImage(
                        picture.width() * zoom,
                        picture.height() * zoom,
                        opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                image.setRGB(column, row, argb(picture, column / zoom, row / zoom));
            }
        }
        return image;
    }

    private static int argb(Picture picture, int column, int row) {
        if (picture instanceof Picture.Rgb colours) {
            return 0xFF000000 | colours.rgb(column, row);
        }
        Picture.Values numbers = (Picture.Values) picture;
        double value = numbers.value(column, row);
        return Double.isNaN(value) ? 0 : 0xFF000000 | Ramps.rgb(numbers.ramp(), value);
    }
}
