package dev.ramify.plugins.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipTests {

    private static final byte[] CONTENT = {1, 2, 3, 4, 5};

    @Test
    void unpacksWhatStartsLikeGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(CONTENT);
        }

        Gzip.Opened opened = Gzip.open(new ByteArrayInputStream(packed.toByteArray()));

        assertThat(opened.packed()).isTrue();
        assertThat(opened.in().readAllBytes()).isEqualTo(CONTENT);
    }

    @Test
    void leavesOtherStreamsAsTheyAre() throws IOException {
        Gzip.Opened opened = Gzip.open(new ByteArrayInputStream(CONTENT));

        assertThat(opened.packed()).isFalse();
        assertThat(opened.in().readAllBytes()).isEqualTo(CONTENT);
    }

    @Test
    void takesAnEmptyStreamForUnpacked() throws IOException {
        assertThat(Gzip.open(new ByteArrayInputStream(new byte[0])).packed()).isFalse();
    }

    @Test
    void printsFirstBytesInHexadecimal() {
        assertThat(Gzip.firstBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}, 4))
                .isEqualTo("89 50 4e 47");
    }

    @Test
    void neverUnpacksToMoreThanTheLimitOfDeflate() throws IOException {
        byte[] zeros = new byte[10_000_000];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(zeros);
        }

        assertThat((long) zeros.length)
                .isLessThan(packed.size() * Gzip.MAX_RATIO)
                .isGreaterThan(packed.size() * 1000L);
    }
}
