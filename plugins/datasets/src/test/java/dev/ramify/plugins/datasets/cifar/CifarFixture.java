package dev.ramify.plugins.datasets.cifar;

import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.Download;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.cifar.CifarLayout.BatchFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CIFAR in small: two training files of 20 records and a test file of 10, or with superclasses. */
final class CifarFixture {

    static final CifarLayout SMALL = layout(null);

    static final CifarLayout WITH_SUPERCLASSES =
            new CifarLayout(
                    "small100",
                    "Small-100",
                    "small-100-binary",
                    download("small-100-binary.tar.gz"),
                    List.of(new BatchFile("train.bin", 12, null)),
                    List.of(new BatchFile("test.bin", 6, null)),
                    List.of("apple", "bear", "chair"),
                    List.of("plants", "animals"));

    private CifarFixture() {}

    /** Describe the small CIFAR-10, the first file of which has a published digest. */
    static CifarLayout layout(@Nullable String digestOfFirst) {
        return new CifarLayout(
                "small10",
                "Small-10",
                "small-10-batches-bin",
                download("small-10-binary.tar.gz"),
                List.of(
                        new BatchFile("data_batch_1.bin", 20, digestOfFirst),
                        new BatchFile("data_batch_2.bin", 20, null)),
                List.of(new BatchFile("test_batch.bin", 10, null)),
                List.of("cat", "dog"),
                List.of());
    }

    /** Make the content of a file: labels in turn, and pixels that follow from file and record. */
    static byte[] content(CifarLayout layout, String name) {
        BatchFile file = layout.file(name).orElseThrow();
        byte[] content = new byte[layout.bytes(file)];
        for (int record = 0; record < file.records(); record++) {
            int start = record * layout.recordBytes();
            int image = start + layout.labelBytes();
            content[start] = (byte) (record % 2);
            content[image - 1] = (byte) (record % layout.classes().size());
            for (int i = 0; i < CifarLayout.IMAGE_BYTES; i++) {
                content[image + i] = pixel(name, record, i);
            }
        }
        return content;
    }

    static byte pixel(String name, int record, int position) {
        return (byte) (name.hashCode() + 31 * record + 7 * position);
    }

    static void write(CifarLayout layout, Path folder) {
        try {
            Files.createDirectories(folder);
            for (BatchFile file : layout.files()) {
                Files.write(folder.resolve(file.name()), content(layout, file.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CifarOptions options(@Nullable Path path) {
        return new CifarOptions(path, 0, 0, 0, false, true);
    }

    static DatasetContext context(Path cache) {
        return new DatasetContext(cache, new Seed(11));
    }

    private static Download download(String name) {
        return new Download(
                URI.create("https://data.example/" + name), name, 123_456, "0".repeat(64));
    }
}
