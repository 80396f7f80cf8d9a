package dev.ramify.plugins.datasets.cifar;

import static dev.ramify.plugins.datasets.cifar.CifarFixture.SMALL;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.content;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.context;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.DataException.Problem;
import dev.ramify.api.data.Dataset;
import dev.ramify.plugins.datasets.files.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarArchiveTests {

    @TempDir Path folder;

    private final CifarProvider provider = new CifarProvider(SMALL);

    @Test
    void givesTheSameImagesAsTheFolder() throws IOException {
        CifarFixture.write(SMALL, folder.resolve("unpacked"));
        Path archive = write(TarFixture.of(SMALL).tarGz());

        try (Dataset packed = provider.open(options(archive), context(folder));
                Dataset unpacked =
                        provider.open(options(folder.resolve("unpacked")), context(folder))) {
            float[] first = new float[3072];
            float[] second = new float[3072];
            for (int i = 0; i < unpacked.train().size(); i++) {
                packed.train().read(i, first, 0);
                unpacked.train().read(i, second, 0);
                assertThat(first).isEqualTo(second);
                assertThat(packed.train().label(i)).isEqualTo(unpacked.train().label(i));
            }
        }
    }

    @Test
    void digestsTheArchiveItself() throws IOException {
        byte[] packed = TarFixture.of(SMALL).tarGz();
        Path archive = write(packed);

        try (Dataset dataset = provider.open(options(archive), context(folder))) {
            assertThat(dataset.digests())
                    .containsExactly(Map.entry("small-10-binary.tar.gz", Sha256.of(packed)));
        }
    }

    @Test
    void isFoundInTheFolderOfDownloads() throws IOException {
        write(TarFixture.of(SMALL).tarGz());

        try (Dataset dataset = provider.open(options(null), context(folder))) {
            assertThat(dataset.test().size()).isEqualTo(10);
        }
    }

    @Test
    void readsAnArchiveThatTheBrowserUngzipped() throws IOException {
        Path archive = write(TarFixture.of(SMALL).tar());

        try (Dataset dataset = provider.open(options(archive), context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(40);
        }
    }

    @Test
    void writesNothingToDisk() throws IOException {
        Path archive = write(TarFixture.of(SMALL).tarGz());

        provider.open(options(archive), context(folder)).close();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(archive);
        }
    }

    @Test
    void ignoresOtherEntries() throws IOException {
        byte[] readme = "read me".getBytes(StandardCharsets.UTF_8);
        Path archive =
                write(TarFixture.of(SMALL).file("readme.html", readme).link("a", "b").tarGz());

        try (Dataset dataset = provider.open(options(archive), context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(40);
        }
    }

    @Test
    void tellsEveryBatchOfTheWrongSize() throws IOException {
        Path archive =
                write(
                        new TarFixture()
                                .file("data_batch_1.bin", new byte[7])
                                .file("data_batch_2.bin", new byte[70_000])
                                .file("test_batch.bin", content(SMALL, "test_batch.bin"))
                                .tarGz());

        assertThat(problems(archive))
                .extracting(Problem::reason)
                .containsExactly(
                        "found 7 bytes, expected 61,460", "found 70,000 bytes, expected 61,460");
    }

    @Test
    void namesMissingBatches() throws IOException {
        Path archive =
                write(
                        new TarFixture()
                                .file("data_batch_2.bin", content(SMALL, "data_batch_2.bin"))
                                .tarGz());

        assertThat(problem(archive))
                .isEqualTo(
                        new Problem(
                                archive.toString(),
                                "the archive lacks data_batch_1.bin, test_batch.bin",
                                SMALL.howToGet()));
    }

    @Test
    void explainsATruncatedArchiveWhereverItEnds() throws IOException {
        byte[] whole = TarFixture.of(SMALL).tarGz();
        for (int length : new int[] {1, 5, 11, 300, whole.length / 2, whole.length - 1}) {
            Path archive = write(Arrays.copyOf(whole, length));

            assertThat(problem(archive).reason())
                    .as("%d of %d bytes", length, whole.length)
                    .startsWith("the archive is damaged or incomplete (")
                    .endsWith(
                            "): found %,d bytes, the published one has 123,456".formatted(length));
        }
    }

    @Test
    void noticesADamagedChecksum() throws IOException {
        byte[] packed = TarFixture.of(SMALL).tarGz();
        packed[packed.length - 6]++;

        assertThat(problem(write(packed)).reason())
                .startsWith("the archive is damaged or incomplete");
    }

    @Test
    void explainsAWebPageInPlaceOfTheArchive() throws IOException {
        Path archive = write("<!DOCTYPE html><html>Not found".getBytes(StandardCharsets.UTF_8));

        assertThat(problem(archive).reason())
                .startsWith("this is a web page, not an archive: it starts with '<!DOCTYPE html>");
    }

    @Test
    void explainsWhateverDamageThereIs() throws IOException {
        byte[] tar = TarFixture.of(SMALL).tar();
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = tar.clone();
            for (int i = 0; i < 8; i++) {
                int header = 512 * random.nextInt(4) * 121;
                int at = Math.min(damaged.length - 1, header + random.nextInt(512));
                damaged[at] = (byte) random.nextInt(256);
            }
            Path archive = write(damaged);

            Throwable failure =
                    catchThrowable(() -> provider.open(options(archive), context(folder)).close());

            if (failure != null) {
                assertThat(failure).as("seed %d", seed).isInstanceOf(DataException.class);
            }
        }
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("small-10-binary.tar.gz"), content);
    }

    private Problem problem(Path archive) {
        assertThat(problems(archive)).hasSize(1);
        return problems(archive).get(0);
    }

    private List<Problem> problems(Path archive) {
        DataException failure =
                catchThrowableOfType(
                        DataException.class,
                        () -> provider.open(options(archive), context(folder)).close());
        assertThat(failure).as("expected the data to be refused").isNotNull();
        return failure.problems();
    }
}
