package dev.ramify.plugins.datasets.images;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a file is by its first bytes; its name says nothing.
 *
 * @param name for people
 * @param read whether images of this kind are read
 */
record ImageKind(String name, boolean read) {

    /** Bytes that are looked at. */
    static final int HEAD = 32;

    static final ImageKind PNG = new ImageKind("PNG", true);
    static final ImageKind JPEG = new ImageKind("JPEG", true);

    private static final List<Mark> MARKS =
            List.of(
                    new Mark(PNG, 0, "\u0089PNG"),
                    new Mark(JPEG, 0, "\u00ff\u00d8\u00ff"),
                    unread("GIF", 0, "GIF8"),
                    unread("BMP", 0, "BM"),
                    unread("TIFF", 0, "II*\0"),
                    unread("TIFF", 0, "MM\0*"),
                    unread("WebP", 8, "WEBP"),
                    unread("AVIF", 4, "ftypavif"),
                    unread("HEIC", 4, "ftyphei"),
                    unread("HEIC", 4, "ftypmif1"),
                    unread("JPEG XL", 0, "\u00ff\n"),
                    unread("JPEG XL", 4, "JXL "),
                    unread("JPEG 2000", 4, "jP  "),
                    unread("Photoshop", 0, "8BPS"),
                    unread("PNM", 0, "P4\n"),
                    unread("PNM", 0, "P5\n"),
                    unread("PNM", 0, "P6\n"),
                    unread("SVG", 0, "<svg"));

    private record Mark(ImageKind kind, int at, String bytes) {

        boolean fits(byte[] head) {
            byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
            return head.length >= at + wanted.length
                    && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
        }
    }

    private static Mark unread(String name, int at, String bytes) {
        return new Mark(new ImageKind(name, false), at, bytes);
    }

    /** Tell the kind of a file by its beginning; nothing if it is no image. */
    static Optional<ImageKind> of(byte[] head) {
        return MARKS.stream().filter(mark -> mark.fits(head)).map(Mark::kind).findFirst();
    }
}
