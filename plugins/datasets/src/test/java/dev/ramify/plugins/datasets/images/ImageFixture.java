package dev.ramify.plugins.datasets.images;

import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.images.ImagesOptions.Fit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Makes small images. */
final class ImageFixture {

    static final int RED = 0xffff0000;
    static final int GREEN = 0xff00ff00;
    static final int BLUE = 0xff0000ff;

    private ImageFixture() {}

    /** Make an image whose pixels follow from their column and row. */
    static BufferedImage image(int width, int height, int type, IntBinaryOperator argb) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, argb.applyAsInt(x, y));
            }
        }
        return image;
    }

    static BufferedImage plain(int width, int height, int argb) {
        return image(width, height, BufferedImage.TYPE_INT_RGB, (x, y) -> argb);
    }

    static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer of " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Write some plain images of a class, each of another green. */
    static void writeClass(Path folder, int count, int argb) {
        for (int i = 0; i < count; i++) {
            byte[] png = encode(plain(8, 8, argb + 256 * i), "png");
            write(folder.resolve("%02d.png".formatted(i)), png);
        }
    }

    static ImagesOptions options(Path path) {
        return new ImagesOptions(path, 8, Fit.CROP, "train", "test", 0.2, 0, 0, false);
    }

    static DatasetContext context(Path cache) {
        return new DatasetContext(cache, new Seed(3));
    }
}
