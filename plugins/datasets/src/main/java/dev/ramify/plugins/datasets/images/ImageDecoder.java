package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Gzip;
import dev.ramify.plugins.datasets.files.Problems;
import dev.ramify.plugins.datasets.images.ImagesOptions.Fit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes PNG and JPEG with the JDK's readers. Looks at the dimensions before it decodes, since a
 * small file can claim a huge image. Turns pictures as their EXIF data ask. Thread-safe.
 */
final class ImageDecoder {

    /** More than any camera's; such an image takes 256 MiB while it is decoded. */
    static final long MOST_PIXELS = 1L << 26;

    private static final String SAVE_AGAIN = "save it again as PNG or JPEG, or remove it";

    private static final int FOUR_INKS = 4;

    /** Deflate makes at most 1,032 bytes of one, of eight pixels each; JPEG is not much better. */
    private static final int MOST_PIXELS_PER_BYTE = 1 << 14;

    private ImageDecoder() {}

    /**
     * Decode an image and bring it to a size, as {@link Thumbnail#of} does.
     *
     * @param content the whole file
     */
    static byte[] decode(byte[] content, int size, Fit fit) throws UnreadableImageException {
        String format = format(content);
        int orientation =
                format.equals("png")
                        ? PngChecksums.check(content)
                        : JpegHeader.of(content).orientation();
        ImageReader reader = reader(format);
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            BufferedImage image = read(reader, in, content, format);
            return Orientation.turn(
                    Thumbnail.of(new PixelRows(image), size, fit), size, orientation);
        } catch (OutOfMemoryError e) {
            throw tooLarge();
        } catch (IOException | RuntimeException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                throw tooLarge();
            }
            // Decoders answer damaged data with whatever exception comes first.
            throw new UnreadableImageException(
                    "the image is damaged or of a rare kind: " + Problems.describe(e), SAVE_AGAIN);
        } finally {
            reader.dispose();
        }
    }

    private static UnreadableImageException tooLarge() {
        return new UnreadableImageException(
                "the image takes more memory than there is while it is decoded",
                "give more with RAMIFY_OPTS=-Xmx8g, or make the image smaller");
    }

    private static BufferedImage read(
            ImageReader reader, ImageInputStream in, byte[] content, String format)
            throws IOException, UnreadableImageException {
        AtomicBoolean cutOff = new AtomicBoolean();
        reader.addIIOReadWarningListener(
                (source, warning) -> {
                    if (warning.contains("remature end")) {
                        cutOff.set(true);
                    }
                });
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new UnreadableImageException(
                    "the image has %,d x %,d pixels, expected at most %,d in all"
                            .formatted(width, height, MOST_PIXELS),
                    "make it smaller, or remove it");
        }
        if ((long) width * height / MOST_PIXELS_PER_BYTE > content.length) {
            throw new UnreadableImageException(
                    "the image is said to have %,d x %,d pixels in %,d bytes, which cannot be"
                            .formatted(width, height, content.length),
                    Problems.GET_AGAIN);
        }
        BufferedImage image = pixels(reader, content, format);
        if (cutOff.get()) {
            throw new UnreadableImageException(
                    "the image is cut off: its data end too early", Problems.GET_AGAIN);
        }
        return image;
    }

    private static BufferedImage pixels(ImageReader reader, byte[] content, String format)
            throws IOException {
        JpegHeader jpeg = JpegHeader.of(content);
        return format.equals("jpeg") && jpeg.components() == FOUR_INKS
                ? FourInks.toRgb(reader.readRaster(0, null), jpeg.transformed())
                : reader.read(0);
    }

    /** Trust the content, not the name. */
    private static String format(byte[] content) throws UnreadableImageException {
        if (content.length == 0) {
            throw new UnreadableImageException("the file is empty", SAVE_AGAIN);
        }
        return ImageKind.of(content)
                .filter(ImageKind::read)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new UnreadableImageException(
                                        "this is neither PNG nor JPEG: it starts with '%s'"
                                                .formatted(Gzip.firstBytes(content, 4)),
                                        SAVE_AGAIN));
    }

    private static ImageReader reader(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("this Java has no reader of " + format);
        }
        return readers.next();
    }
}
