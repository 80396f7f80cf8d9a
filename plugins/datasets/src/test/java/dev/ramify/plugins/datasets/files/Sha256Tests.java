package dev.ramify.plugins.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import org.junit.jupiter.api.Test;

class Sha256Tests {

    /** FIPS 180-2, appendix B.1. */
    private static final String OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void givesThePublishedDigest() {
        assertThat(Sha256.of(ABC)).isEqualTo(OF_ABC);
    }

    @Test
    void digestsAWatchedStreamToItsEnd() throws IOException {
        try (DigestInputStream in = Sha256.watching(new ByteArrayInputStream(ABC))) {
            in.read();
            assertThat(Sha256.finish(in)).isEqualTo(OF_ABC);
        }
    }
}
