package dev.ramify.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.images.ImagesOptions;
import dev.ramify.plugins.datasets.images.ImagesOptions.Fit;
import dev.ramify.plugins.datasets.images.ImagesProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of changed images, from seeds: each is decoded or refused, none takes long. */
class MutatedDataTests {

    private static final int MUTANTS = Integer.getInteger("ramify.mutants", 1_500);

    private static final int A_FOLDER = 50;

    @TempDir Path folder;

    @Test
    void imagesThatWereChangedAreReadOrRefused() throws IOException {
        byte[][] images = {encoded("png"), encoded("jpg")};
        int problems = 0;
        for (int from = 0; from < MUTANTS; from += A_FOLDER) {
            Path data = Files.createDirectory(folder.resolve("d" + from));
            for (int seed = from; seed < from + A_FOLDER; seed++) {
                Path file = data.resolve(seed % 2 == 0 ? "a" : "b").resolve(seed + ".png");
                Files.createDirectories(file.getParent());
                Files.write(file, mutant(images[seed / 2 % 2], new SplittableRandom(seed)));
            }
            problems += open(data);
        }
        assertThat(problems).isBetween(MUTANTS / 4, MUTANTS - 1);
    }

    private static int open(Path data) {
        long start = System.nanoTime();
        try {
            new ImagesProvider()
                    .open(
                            new ImagesOptions(data, 8, Fit.CROP, "train", "test", .2, 0, 0, false),
                            new DatasetContext(data, new Seed(1)))
                    .close();
            return 0;
        } catch (DataException e) {
            return e.problems().size();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return fail(data.toString(), e);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(data.toString())
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    private static byte[] encoded(String format) throws IOException {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 24 * 16; i++) {
            image.setRGB(i % 24, i / 24, i * 0x010305);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] mutant(byte[] whole, SplittableRandom random) {
        byte[] changed = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0
                ? Arrays.copyOf(changed, random.nextInt(changed.length))
                : changed;
    }
}
