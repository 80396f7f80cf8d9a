package dev.ramify.plugins.datasets.cifar;

import static dev.ramify.plugins.datasets.cifar.CifarFixture.SMALL;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.content;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.context;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.DataException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileArchiveTests {

    @TempDir Path folder;

    private final CifarProvider provider = new CifarProvider(SMALL);

    @Test
    void refusesEntriesThatPointOutOfTheArchive() throws IOException {
        for (String name : List.of("../../etc/x", "/etc/x", "a/../../x", "C:/x", "..\\x")) {
            Path archive = write(TarFixture.of(SMALL).file(name, new byte[3]).tarGz());

            assertThat(problem(archive).reason())
                    .as(name)
                    .startsWith("the entry '")
                    .endsWith("points out of the archive, which is how archives attack");
            assertThat(problem(archive).remedy()).startsWith("do not trust it: run");
        }
    }

    @Test
    void refusesALinkInPlaceOfABatch() throws IOException {
        Path archive =
                write(
                        new TarFixture()
                                .link("small-10-batches-bin/data_batch_1.bin", "/etc/passwd")
                                .tarGz());

        assertThat(problem(archive))
                .isEqualTo(
                        new Problem(
                                archive + "!small-10-batches-bin/data_batch_1.bin",
                                "the entry is a link or a device, expected a file",
                                SMALL.howToGet()));
    }

    @Test
    void refusesABatchThatIsThereTwice() throws IOException {
        byte[] batch = content(SMALL, "data_batch_1.bin");
        Path archive = write(TarFixture.of(SMALL).file("data_batch_1.bin", batch).tarGz());

        assertThat(problem(archive).reason())
                .isEqualTo("the archive holds 'data_batch_1.bin' twice");
    }

    @Test
    void doesNotBelieveAHugeClaimedSize() throws IOException {
        byte[] tar = new TarFixture().file("data_batch_1.bin", new byte[1024]).tar();
        claimSize(tar, 8L << 30);
        Path archive = write(TarFixture.gzip(tar));

        assertThat(problems(archive))
                .first()
                .extracting(Problem::reason)
                .isEqualTo("found 8,589,934,592 bytes, expected 61,460");
    }

    @Test
    void stopsUnpackingABomb() throws IOException {
        Path archive = write(new TarFixture().file("zeros", new byte[3_000_000]).tarGz());

        assertThat(Files.size(archive)).isLessThan(5_000);
        assertThat(problem(archive).reason()).isEqualTo("it unpacks to more than 1,355,876 bytes");
    }

    /** GNU's tar keeps a long name in an entry of its own, of any size. */
    @Test
    void refusesANameThatWouldFillMemory() throws IOException {
        byte[] tar = new TarFixture().file("data_batch_1.bin", new byte[600_000]).tar();
        tar[156] = 'L';
        claimSize(tar, 600_000);
        Path archive = write(TarFixture.gzip(tar));

        assertThat(problem(archive).reason())
                .isEqualTo("the head of an entry takes more than 131,072 bytes");
    }

    @Test
    void saysThatThePythonVersionIsNotRead() throws IOException {
        for (String folder : List.of("small-10-batches-py/", "")) {
            Path archive =
                    write(
                            new TarFixture()
                                    .file(folder + "data_batch_1", new byte[9])
                                    .file(folder + "test_batch", new byte[9])
                                    .tarGz());

            assertThat(problem(archive))
                    .isEqualTo(
                            new Problem(
                                    archive.toString(),
                                    "this is the Python version of Small-10, whose pickles are never read; expected the binary version",
                                    SMALL.howToGet()));
        }
    }

    /** Overwrite the size of the first entry, in octal, or in base 256 where it needs that. */
    private static void claimSize(byte[] tar, long size) {
        tar[124] = (byte) 0x80;
        for (int i = 0; i < 11; i++) {
            tar[135 - i] = i < 8 ? (byte) (size >>> (8 * i)) : 0;
        }
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xff;
        }
        byte[] checksum = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, tar, 148, checksum.length);
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
