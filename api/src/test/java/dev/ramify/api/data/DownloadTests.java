package dev.ramify.api.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class DownloadTests {

    private static final URI FROM = URI.create("https://data.example/file.tar.gz");
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void acceptsACompleteDescription() {
        assertThatCode(() -> new Download(FROM, "file.tar.gz", 1, DIGEST))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnAddressThatCanBeTamperedWith() {
        URI plain = URI.create("http://data.example/file");

        assertThatThrownBy(() -> new Download(plain, "file", 1, DIGEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "from of a download must be an https address, found"
                                + " 'http://data.example/file'");
    }

    @Test
    void refusesNamesThatLeaveTheFolder() {
        for (String name : new String[] {"../file", "/file", "a/b", "a\\b", "..", "", ".hidden"}) {
            assertThatThrownBy(() -> new Download(FROM, name, 1, DIGEST))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "fileName of a download must be a plain file name, found '%s'", name);
        }
    }

    @Test
    void refusesSizesAndDigestsThatCheckNothing() {
        assertThatThrownBy(() -> new Download(FROM, "file", 0, DIGEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bytes of a download must be at least 1, found '0'");
        assertThatThrownBy(() -> new Download(FROM, "file", 1, DIGEST.substring(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sha256 of a download must be 64 lower-case hex digits");
    }
}
