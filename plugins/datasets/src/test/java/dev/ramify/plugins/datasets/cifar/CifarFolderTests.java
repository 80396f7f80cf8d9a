package dev.ramify.plugins.datasets.cifar;

import static dev.ramify.plugins.datasets.cifar.CifarFixture.SMALL;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.context;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.DataException.Problem;
import dev.ramify.api.data.Dataset;
import dev.ramify.plugins.datasets.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarFolderTests {

    @TempDir Path folder;

    @BeforeEach
    void writeBatches() {
        CifarFixture.write(SMALL, folder);
    }

    @Test
    void namesEveryMissingFileAndHowToGetThem() throws IOException {
        Files.delete(file("data_batch_2.bin"));
        Files.delete(file("test_batch.bin"));

        assertThat(problems(SMALL))
                .containsExactly(
                        new Problem(
                                file("data_batch_2.bin").toString(),
                                "the file is missing",
                                SMALL.howToGet()),
                        new Problem(
                                file("test_batch.bin").toString(),
                                "the file is missing",
                                SMALL.howToGet()));
        assertThat(SMALL.howToGet())
                .isEqualTo(
                        "run 'ramify data get small10', or get small-10-binary.tar.gz (123,456"
                                + " bytes) from https://data.example/small-10-binary.tar.gz and"
                                + " set the option path to it");
    }

    @Test
    void tellsFoundAndExpectedSizeOfATruncatedFile() throws IOException {
        Files.write(file("data_batch_1.bin"), new byte[1000]);

        assertThat(problems(SMALL))
                .containsExactly(
                        new Problem(
                                file("data_batch_1.bin").toString(),
                                "found 1,000 bytes, expected 61,460 (20 records of 3,073 bytes)",
                                "copy or download the file again"));
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        byte[] content = Files.readAllBytes(file("test_batch.bin"));
        Files.write(file("test_batch.bin"), Arrays.copyOf(content, content.length + 1));

        assertThat(problems(SMALL))
                .singleElement()
                .extracting(Problem::reason)
                .isEqualTo("found 30,731 bytes, expected 30,730 (10 records of 3,073 bytes)");
    }

    @Test
    void locatesWrongLabels() throws IOException {
        byte[] content = Files.readAllBytes(file("data_batch_1.bin"));
        content[3 * 3073] = 2;
        content[5 * 3073] = (byte) 200;
        Files.write(file("data_batch_1.bin"), content);

        assertThat(problems(SMALL))
                .containsExactly(
                        new Problem(
                                file("data_batch_1.bin").toString(),
                                "2 labels are out of range: the first is 2 at byte 9219, in record"
                                        + " 3; expected 0 to 1",
                                "copy or download the file again"));
    }

    @Test
    void noticesAChangedPixelByThePublishedDigest() throws IOException {
        byte[] content = Files.readAllBytes(file("data_batch_1.bin"));
        String published = Sha256.of(content);
        content[100]++;
        Files.write(file("data_batch_1.bin"), content);

        assertThat(problems(CifarFixture.layout(published)))
                .containsExactly(
                        new Problem(
                                file("data_batch_1.bin").toString(),
                                "the content is not the published one: found SHA-256 %s, expected"
                                                .formatted(Sha256.of(content))
                                        + " "
                                        + published,
                                "get the file again, or say 'verify: false' if it was changed on"
                                        + " purpose"));
    }

    @Test
    void readsAChangedFileWhereVerifyIsFalse() {
        CifarProvider provider = new CifarProvider(CifarFixture.layout("0".repeat(64)));
        CifarOptions trusting = new CifarOptions(folder, 0, 0, 0, false, false);

        try (Dataset dataset = provider.open(trusting, context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(40);
        }
    }

    @Test
    void tellsDifferentProblemsOfSeveralFilesAtOnce() throws IOException {
        Files.delete(file("data_batch_1.bin"));
        Files.write(file("data_batch_2.bin"), new byte[0]);
        Files.delete(file("test_batch.bin"));
        Files.createDirectory(file("test_batch.bin"));

        assertThat(problems(SMALL))
                .extracting(Problem::reason)
                .containsExactly(
                        "the file is missing",
                        "found 0 bytes, expected 61,460 (20 records of 3,073 bytes)",
                        "this is not a file");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<Problem> problems(CifarLayout layout) {
        DataException failure =
                catchThrowableOfType(
                        DataException.class,
                        () ->
                                new CifarProvider(layout)
                                        .open(options(folder), context(folder))
                                        .close());
        assertThat(failure).as("expected the data to be refused").isNotNull();
        return failure.problems();
    }
}
