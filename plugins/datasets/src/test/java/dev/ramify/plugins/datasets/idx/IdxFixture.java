package dev.ramify.plugins.datasets.idx;

import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.random.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A dataset of 12 training and 6 test images of 3 rows and 2 columns in three classes. */
final class IdxFixture {

    private IdxFixture() {}

    static void write(Path folder) {
        write(folder.resolve("train-images-idx3-ubyte"), images(12, 3, 2));
        write(folder.resolve("train-labels-idx1-ubyte"), labels(12));
        write(folder.resolve("t10k-images-idx3-ubyte"), images(6, 3, 2));
        write(folder.resolve("t10k-labels-idx1-ubyte"), labels(6));
    }

    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Make images whose values count up from 0. */
    static byte[] images(int count, int rows, int columns) {
        ByteBuffer file = ByteBuffer.allocate(16 + count * rows * columns);
        file.putInt(0x00000803).putInt(count).putInt(rows).putInt(columns);
        for (int i = 0; file.hasRemaining(); i++) {
            file.put((byte) i);
        }
        return file.array();
    }

    /** Make labels 0, 1, 2 in turn. */
    static byte[] labels(int count) {
        ByteBuffer file = ByteBuffer.allocate(8 + count).putInt(0x00000801).putInt(count);
        for (int i = 0; file.hasRemaining(); i++) {
            file.put((byte) (i % 3));
        }
        return file.array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static IdxOptions options(@Nullable Path folder, String... classes) {
        return new IdxOptions(folder, null, null, null, null, List.of(classes), 0, 0, 0);
    }

    static DatasetContext context(Path cache) {
        return new DatasetContext(cache, new Seed(5));
    }
}
