package dev.ramify.core.rendering.report;

import java.nio.charset.StandardCharsets;

/**
 * A report as one HTML file that needs nothing else.
 *
 * @param html the file's text, to be written as UTF-8
 */
public record RenderedReport(String html) {

    /** The size up to which a report opens without delay, in bytes. */
    public static final int TYPICAL_BYTES = 3 << 20;

    /** Return the bytes of the file. */
    public byte[] bytes() {
        return html.getBytes(StandardCharsets.UTF_8);
    }

    /** Tell whether it is larger than reports should be. */
    public boolean isLarge() {
        return bytes().length > TYPICAL_BYTES;
    }
}
