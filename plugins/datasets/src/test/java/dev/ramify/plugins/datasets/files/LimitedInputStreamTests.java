package dev.ramify.plugins.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedInputStreamTests {

    @Test
    void letsThroughAsManyBytesAsTheLimit() throws IOException {
        try (LimitedInputStream in = limited(10, 10)) {
            assertThat(in.readAllBytes()).hasSize(10);
            assertThat(in.count()).isEqualTo(10);
        }
    }

    @Test
    void failsOnTheByteAfterTheLimit() throws IOException {
        try (LimitedInputStream in = limited(11, 10)) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(LimitedInputStream.LimitExceededException.class)
                    .hasMessage("it unpacks to more than 10 bytes");
        }
    }

    @Test
    void countsSingleAndSkippedBytes() throws IOException {
        try (LimitedInputStream in = limited(11, 10)) {
            in.read();
            in.skip(9);
            assertThat(in.count()).isEqualTo(10);
            assertThatThrownBy(in::read)
                    .isInstanceOf(LimitedInputStream.LimitExceededException.class);
        }
    }

    private static LimitedInputStream limited(int size, int limit) {
        return new LimitedInputStream(new ByteArrayInputStream(new byte[size]), limit);
    }
}
