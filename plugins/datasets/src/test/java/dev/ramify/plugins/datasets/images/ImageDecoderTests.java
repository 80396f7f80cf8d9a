package dev.ramify.plugins.datasets.images;

import static dev.ramify.plugins.datasets.images.ImageFixture.BLUE;
import static dev.ramify.plugins.datasets.images.ImageFixture.GREEN;
import static dev.ramify.plugins.datasets.images.ImageFixture.RED;
import static dev.ramify.plugins.datasets.images.ImageFixture.encode;
import static dev.ramify.plugins.datasets.images.ImageFixture.image;
import static dev.ramify.plugins.datasets.images.ImageFixture.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.plugins.datasets.images.ImagesOptions.Fit;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageDecoderTests {

    private static final BufferedImage BUSY =
            image(32, 32, BufferedImage.TYPE_INT_RGB, (x, y) -> x * y * 0x010305 | RED);

    @Test
    void keepsPixelsOfAnImageOfTheRightSize() throws UnreadableImageException {
        byte[] png =
                encode(
                        image(
                                4,
                                4,
                                BufferedImage.TYPE_INT_RGB,
                                (x, y) -> 0xff000000 | x << 20 | y << 12 | (x + y)),
                        "png");

        byte[] pixels = ImageDecoder.decode(png, 4, Fit.CROP);

        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                assertThat(pixels[4 * y + x]).isEqualTo((byte) (x << 4));
                assertThat(pixels[16 + 4 * y + x]).isEqualTo((byte) (y << 4));
                assertThat(pixels[32 + 4 * y + x]).isEqualTo((byte) (x + y));
            }
        }
    }

    @Test
    void cropsTheMiddleSquare() throws UnreadableImageException {
        BufferedImage flag =
                image(
                        12,
                        4,
                        BufferedImage.TYPE_INT_RGB,
                        (x, y) -> x < 4 ? RED : x < 8 ? GREEN : BLUE);
        BufferedImage tall =
                image(
                        4,
                        12,
                        BufferedImage.TYPE_INT_RGB,
                        (x, y) -> y < 4 ? RED : y < 8 ? GREEN : BLUE);

        byte[] green = ImageDecoder.decode(encode(plain(4, 4, GREEN), "png"), 4, Fit.CROP);
        assertThat(ImageDecoder.decode(encode(flag, "png"), 4, Fit.CROP)).isEqualTo(green);
        assertThat(ImageDecoder.decode(encode(tall, "png"), 4, Fit.CROP)).isEqualTo(green);
    }

    @Test
    void stretchesTheWholeImage() throws UnreadableImageException {
        BufferedImage halves =
                image(8, 4, BufferedImage.TYPE_INT_RGB, (x, y) -> x < 4 ? RED : BLUE);

        byte[] pixels = ImageDecoder.decode(encode(halves, "png"), 4, Fit.STRETCH);

        // Red at the left edge, blue at the right one, and a soft step between them.
        assertThat(Arrays.copyOf(pixels, 4))
                .containsExactly((byte) 255, (byte) 223, (byte) 32, (byte) 0);
    }

    @Test
    void takesGreyAsItIsStored() throws UnreadableImageException {
        BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(1, 2, 0, 128);

        byte[] pixels = ImageDecoder.decode(encode(grey, "png"), 4, Fit.CROP);

        assertThat(new byte[] {pixels[9], pixels[25], pixels[41]})
                .containsExactly((byte) 128, (byte) 128, (byte) 128);
    }

    @Test
    void scalesSixteenBitsOfGreyToEight() throws UnreadableImageException {
        BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(0, 0, 0, 128 * 257);

        assertThat(ImageDecoder.decode(encode(grey, "png"), 4, Fit.CROP)[0]).isEqualTo((byte) 128);
    }

    @Test
    void laysTransparentPixelsOverWhite() throws UnreadableImageException {
        BufferedImage clear =
                image(4, 4, BufferedImage.TYPE_INT_ARGB, (x, y) -> x < 2 ? 0 : 0x800000ff);

        byte[] pixels = ImageDecoder.decode(encode(clear, "png"), 4, Fit.CROP);

        assertThat(pixels[0]).isEqualTo((byte) 255);
        // Half of blue over white: red is 255 times 127 / 255.
        assertThat(pixels[3]).isEqualTo((byte) 127);
        assertThat(pixels[35]).isEqualTo((byte) 255);
    }

    @Test
    void readsJpegWhateverItsName() throws UnreadableImageException {
        byte[] pixels = ImageDecoder.decode(encode(plain(16, 16, RED), "jpg"), 4, Fit.CROP);

        assertThat(pixels[5] & 0xff).isGreaterThan(250);
        assertThat(pixels[16 + 5] & 0xff).isLessThan(5);
    }

    /** Each of the eight ways in which EXIF says that a camera was held; 6 is lying on its side. */
    @ParameterizedTest
    @CsvSource({
        "1, abcd", "2, badc", "3, dcba", "4, cdab", "5, acbd", "6, cadb", "7, dbca", "8, bdac"
    })
    void turnsPicturesAsExifAsks(int orientation, String expected) throws UnreadableImageException {
        int[] greys = {0, 80, 160, 240};
        BufferedImage quarters =
                image(
                        32,
                        32,
                        BufferedImage.TYPE_INT_RGB,
                        (x, y) -> 0xff000000 | greys[x / 16 + 2 * (y / 16)] * 0x010101);

        byte[] jpeg = withExif(encode(quarters, "jpg"), orientation);
        byte[] pixels = ImageDecoder.decode(jpeg, 4, Fit.CROP);

        StringBuilder found = new StringBuilder();
        for (int corner : new int[] {0, 3, 12, 15}) {
            found.append((char) ('a' + Math.round((pixels[corner] & 0xff) / 80f)));
        }
        assertThat(found).hasToString(expected);
    }

    @Test
    void doesNotFallOverDamagedExif() throws UnreadableImageException {
        byte[] jpeg = encode(plain(16, 16, RED), "jpg");
        for (int at = 0; at < 26; at++) {
            byte[] exif = withExif(jpeg, 6);
            exif[12 + at] = (byte) 0xff;

            assertThat(ImageDecoder.decode(exif, 4, Fit.CROP)).hasSize(48);
        }
    }

    /** {@code (255 - C)(255 - K) / 255} of inks that are stored inverted, as Pillow computes it. */
    @Test
    void takesInksAsTheyAreStored() throws Exception {
        byte[] jpeg = fourInks(200, 100, 50, 128);

        byte[] pixels = ImageDecoder.decode(jpeg, 4, Fit.CROP);

        assertThat(pixels[5] & 0xff).isCloseTo(100, within(2));
        assertThat(pixels[16 + 5] & 0xff).isCloseTo(50, within(2));
        assertThat(pixels[32 + 5] & 0xff).isCloseTo(25, within(2));
    }

    /** Write four components without any colour transformation. */
    private static byte[] fourInks(int... inks) throws IOException {
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int band = 0; band < 4; band++) {
            int[] values = new int[256];
            Arrays.fill(values, inks[band]);
            raster.setSamples(0, 0, 16, 16, band, values);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Put a segment with one entry, the orientation, behind the start of the image. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(jpeg.length + 36);
        exif.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) 34);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
        exif.putInt(8).putShort((short) 1);
        exif.putShort((short) 274).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return exif.put(jpeg, 2, jpeg.length - 2).array();
    }

    @Test
    void refusesOtherFormatsByTheirContent() {
        byte[] gif = encode(plain(4, 4, RED), "gif");

        assertThatThrownBy(() -> ImageDecoder.decode(gif, 4, Fit.CROP))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("this is neither PNG nor JPEG: it starts with '47 49 46 38'")
                .extracting(e -> ((UnreadableImageException) e).remedy())
                .isEqualTo("save it again as PNG or JPEG, or remove it");
        assertThatThrownBy(() -> ImageDecoder.decode(new byte[0], 4, Fit.CROP))
                .hasMessage("the file is empty");
    }

    @Test
    void refusesImagesThatAreCutOffWhereverTheyEnd() {
        byte[] png = encode(BUSY, "png");
        byte[] jpeg = encode(BUSY, "jpg");
        for (int lost : new int[] {1, 12, 20, 100}) {
            assertThatThrownBy(() -> decode(Arrays.copyOf(png, png.length - lost)))
                    .as("PNG without %d bytes", lost)
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessage("the image is cut off: its end chunk is missing");
        }
        for (int kept : new int[] {jpeg.length - 30, jpeg.length - 100, jpeg.length * 2 / 3}) {
            assertThatThrownBy(() -> decode(Arrays.copyOf(jpeg, kept)))
                    .as("%d of %d bytes of JPEG", kept, jpeg.length)
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessage("the image is cut off: its data end too early");
        }
    }

    @Test
    void noticesOneWrongBitInAPng() {
        byte[] png = encode(BUSY, "png");
        png[60] ^= 1;

        assertThatThrownBy(() -> decode(png))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("the image is damaged: a checksum is wrong in the chunk at byte 33");
    }

    @Test
    void readsDimensionsBeforeItDecodesABomb() {
        byte[] png = encode(plain(4, 4, RED), "png");
        ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

        assertThatThrownBy(() -> ImageDecoder.decode(png, 4, Fit.CROP))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage(
                        "the image has 100,000 x 100,000 pixels, expected at most 67,108,864 in"
                                + " all");
    }

    @Test
    void explainsWhateverDamageThereIs() {
        byte[] png = encode(BUSY, "png");
        byte[] jpeg = encode(BUSY, "jpg");
        for (long seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = (seed % 2 == 0 ? png : jpeg).clone();
            for (int i = 0; i < 3; i++) {
                damaged[3 + random.nextInt(damaged.length - 3)] = (byte) random.nextInt(256);
            }

            Throwable failure = catchThrowable(() -> ImageDecoder.decode(damaged, 8, Fit.CROP));

            if (failure != null) {
                assertThat(failure)
                        .as("seed %d", seed)
                        .isInstanceOf(UnreadableImageException.class);
            }
        }
    }

    private static byte[] decode(byte[] content) throws UnreadableImageException {
        return ImageDecoder.decode(content, 8, Fit.CROP);
    }
}
