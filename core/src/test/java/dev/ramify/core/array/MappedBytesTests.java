package dev.ramify.core.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MappedBytesTests {

    @TempDir private Path folder;

    @Test
    void slicesReachOverThePartsThatAreMapped() throws IOException {
        byte[] bytes = new byte[100];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Path file = Files.write(folder.resolve("bytes"), bytes);
        MappedBytes mapped;
        try (FileChannel channel = FileChannel.open(file)) {
            mapped = MappedBytes.map(channel, 3, 90, 16);
        }
        assertThat(mapped.size()).isEqualTo(90);
        for (int from = 0; from < 90; from++) {
            for (int length : new int[] {0, 1, 15, 16, 17, 40}) {
                if (from + length <= 90) {
                    byte[] read = new byte[length];
                    mapped.slice(from, length, ByteOrder.BIG_ENDIAN).get(read);
                    for (int i = 0; i < length; i++) {
                        assertThat(read[i]).isEqualTo(bytes[3 + from + i]);
                    }
                }
            }
        }
        assertThat(mapped.slice(14, 4, ByteOrder.LITTLE_ENDIAN).getInt()).isEqualTo(0x14131211);
        assertThat(mapped.slice(14, 4, ByteOrder.BIG_ENDIAN).getInt()).isEqualTo(0x11121314);
    }
}
