package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that are not what they should be: named, explained, with code 5. */
final class DamagedDataTests {

    @TempDir private Path folder;

    @Test
    void anIdxFileThatEndsTooEarlyIsNamedWithBothSizes() throws Exception {
        writeIdx();
        Path images = folder.resolve("train-images-idx3-ubyte");
        Files.write(images, Arrays.copyOf(Files.readAllBytes(images), 1000));

        expect("type: idx", images, "found 1,000 bytes, expected 1,584", "download the file again");
    }

    @Test
    void anIdxFileOfAnotherKindIsNamedWithWhatItStartsWith() throws Exception {
        writeIdx();
        Path labels = Files.writeString(folder.resolve("t10k-labels-idx1-ubyte"), "<html></html>");

        expect("type: idx", labels, "this is not an IDX file", "'3c 68 74 6d'");
    }

    @Test
    void aCifarBatchOfTheWrongSizeIsNamedWithBothSizes() throws Exception {
        for (String name : new String[] {"data_batch_1", "data_batch_2", "data_batch_3"}) {
            Files.write(folder.resolve(name + ".bin"), new byte[30_730]);
        }

        expect(
                "type: cifar10, verify: false",
                folder.resolve("data_batch_2.bin"),
                "found 30,730 bytes, expected 30,730,000",
                "the file is missing");
    }

    @Test
    void anImageWithAWrongBitIsNamedWithTheChunk() throws Exception {
        writeImages();
        Path image = folder.resolve("cats/3.png");
        byte[] bytes = Files.readAllBytes(image);
        bytes[50] ^= 4;
        Files.write(image, bytes);

        expect("type: images, size: 8", image, "a checksum is wrong", "the image is damaged");
    }

    @Test
    void anImageThatEndsTooEarlyIsNamed() throws Exception {
        writeImages();
        Path image = folder.resolve("dogs/1.png");
        Files.write(image, Arrays.copyOf(Files.readAllBytes(image), 60));

        expect("type: images, size: 8", image, "the image is cut off", "download the file again");
    }

    private void expect(String dataset, Path file, String reason, String other) throws IOException {
        Path pipeline =
                Files.writeString(
                        folder.resolve("pipeline.yaml"),
                        """
                        name: study
                        dataset: {%s, path: '%s'}
                        trunk: {preset: small-cnn}
                        variants: [{name: whole, strategy: none}]
                        """
                                .formatted(dataset, folder));

        CommandLineRunner.Result result =
                new CommandLineRunner(folder).run("validate", pipeline.toString());

        assertThat(result.err())
                .contains("error: " + file + ": ")
                .contains(reason)
                .contains(other)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(result.code()).isEqualTo(5);
    }

    private void writeIdx() throws IOException {
        for (String part : new String[] {"train", "t10k"}) {
            ByteBuffer images = ByteBuffer.allocate(16 + 28 * 56);
            images.putInt(0x803).putInt(2).putInt(28).putInt(28);
            Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
            ByteBuffer labels = ByteBuffer.allocate(8 + 2);
            labels.putInt(0x801).putInt(2).put((byte) 0).put((byte) 1);
            Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
        }
    }

    private void writeImages() throws IOException {
        for (String name : new String[] {"cats", "dogs"}) {
            Path images = Files.createDirectories(folder.resolve(name));
            for (int i = 0; i < 8; i++) {
                BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
                image.setRGB(i, i, 0xffffff);
                ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            }
        }
    }
}
