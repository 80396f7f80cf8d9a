package dev.ramify.api.data;

import java.net.URI;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A file to fetch.
 *
 * @param from where it is served, by https
 * @param fileName the name to give it in the folder of downloads
 * @param bytes its exact size
 * @param sha256 its digest in lower-case hexadecimal
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Download(URI from, String fileName, long bytes, String sha256) {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Download {
        check("https".equals(from.getScheme()), "from", "an https address", from);
        check(PLAIN_NAME.matcher(fileName).matches(), "fileName", "a plain file name", fileName);
        check(bytes > 0, "bytes", "at least 1", bytes);
        check(SHA_256.matcher(sha256).matches(), "sha256", "64 lower-case hex digits", sha256);
    }

    private static void check(boolean holds, String part, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s of a download must be %s, found '%s'".formatted(part, expected, found));
        }
    }
}
