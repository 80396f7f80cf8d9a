package dev.ramify.core.rendering.report;

import dev.ramify.core.rendering.color.Inks;
import dev.ramify.core.rendering.color.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The report's style sheet and script. */
final class Assets {

    private Assets() {}

    /** Return the style sheet, with the palettes as variables. */
    static String styles() {
        String light = Inks.declarations(Palette.LIGHT);
        String dark = Inks.declarations(Palette.DARK);
        return ":root{%s}".formatted(light)
                + "@media(prefers-color-scheme:dark){:root:not([data-theme=light]){%s}}"
                        .formatted(dark)
                + ":root[data-theme=dark]{%s}".formatted(dark)
                // Paper is light, whatever the screen was.
                + "@media print{:root:root:root{%s}}".formatted(light)
                + "\n"
                + resource("report.css");
    }

    static String script() {
        return resource("report.js");
    }

    /**
     * Return the policy that forbids the page every request, and every script but the given one.
     */
    static String policy(String script) {
        return "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src"
                + " 'sha256-%s'; base-uri 'none'; form-action 'none'".formatted(sha256(script));
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource %s is missing in the jar".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
