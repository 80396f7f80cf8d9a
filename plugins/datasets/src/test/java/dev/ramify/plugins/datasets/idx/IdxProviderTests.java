package dev.ramify.plugins.datasets.idx;

import static dev.ramify.plugins.datasets.idx.IdxFixture.context;
import static dev.ramify.plugins.datasets.idx.IdxFixture.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.plugins.datasets.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxProviderTests {

    @TempDir Path folder;

    private final IdxProvider provider = new IdxProvider();

    @BeforeEach
    void writeFiles() {
        IdxFixture.write(folder);
    }

    @Test
    void readsImagesAndLabels() {
        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.shape()).isEqualTo(new Shape(1, 3, 2));
            assertThat(dataset.train().size()).isEqualTo(12);
            assertThat(dataset.test().size()).isEqualTo(6);
            assertThat(dataset.train().label(5)).isEqualTo(2);
            float[] image = new float[6];
            dataset.train().read(1, image, 0);
            assertThat(image)
                    .containsExactly(6 / 255f, 7 / 255f, 8 / 255f, 9 / 255f, 10 / 255f, 11 / 255f);
        }
    }

    @Test
    void readsTheSameWhereFilesAreGzipped() throws IOException {
        for (String name : List.of("train-images-idx3-ubyte", "t10k-labels-idx1-ubyte")) {
            byte[] content = Files.readAllBytes(folder.resolve(name));
            Files.delete(folder.resolve(name));
            Files.write(folder.resolve(name + ".gz"), IdxFixture.gzip(content));
        }

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(12);
            assertThat(dataset.test().label(4)).isEqualTo(1);
        }
    }

    @Test
    void tellsGzipByContentAndNotByName() throws IOException {
        Path labels = folder.resolve("train-labels-idx1-ubyte");
        Files.write(labels, IdxFixture.gzip(Files.readAllBytes(labels)));

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.train().label(4)).isEqualTo(1);
        }
    }

    @Test
    void takesADotForADashInNames() throws IOException {
        Files.move(
                folder.resolve("train-images-idx3-ubyte"),
                folder.resolve("train-images.idx3-ubyte"));

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.digests()).containsKey("train-images.idx3-ubyte");
        }
    }

    @Test
    void looksIntoTheFolderOfDownloadsWithoutAPath() {
        try (Dataset dataset = provider.open(options(null), context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(12);
        }
    }

    @Test
    void readsFilesThatTheOptionsName() {
        Path images = IdxFixture.write(folder.resolve("mine"), IdxFixture.images(9, 3, 2));
        Path labels = IdxFixture.write(folder.resolve("names"), IdxFixture.labels(9));
        IdxOptions options = new IdxOptions(folder, images, labels, null, null, List.of(), 0, 0, 0);

        try (Dataset dataset = provider.open(options, context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(9);
            assertThat(dataset.test().size()).isEqualTo(6);
        }
    }

    @Test
    void numbersClassesThatHaveNoNames() {
        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.classes()).containsExactly("0", "1", "2");
        }
    }

    @Test
    void usesTheNamesOfTheOptions() {
        IdxOptions named = options(folder, "rock", "paper", "scissors", "none");

        try (Dataset dataset = provider.open(named, context(folder))) {
            assertThat(dataset.classes()).containsExactly("rock", "paper", "scissors", "none");
        }
    }

    @Test
    void refusesNamesThatCannotTellClassesApart() {
        assertThatThrownBy(() -> options(folder, "one"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("expected at least two names, or none, found [one]");
        assertThatThrownBy(() -> options(folder, "one", "two", "one"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("expected every name once, found [one, two, one]");
    }

    @Test
    void choosesSubsetsAndHoldsOutValidationImages() {
        IdxOptions subset = new IdxOptions(folder, null, null, null, null, List.of(), 6, 3, 0.25);

        try (Dataset dataset = provider.open(subset, context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(6);
            assertThat(dataset.test().size()).isEqualTo(3);
        }
    }

    @Test
    void digestsFilesAsTheyLieOnDisk() throws IOException {
        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.digests().keySet())
                    .containsExactly(
                            "train-images-idx3-ubyte",
                            "train-labels-idx1-ubyte",
                            "t10k-images-idx3-ubyte",
                            "t10k-labels-idx1-ubyte");
            Path labels = folder.resolve("t10k-labels-idx1-ubyte");
            assertThat(dataset.digests())
                    .containsEntry("t10k-labels-idx1-ubyte", Sha256.of(Files.readAllBytes(labels)));
        }
    }

    @Test
    void offersFashionMnistForDownload() {
        assertThat(provider.downloads())
                .extracting(d -> d.fileName() + " " + d.bytes())
                .containsExactly(
                        "train-images-idx3-ubyte.gz 26421880",
                        "train-labels-idx1-ubyte.gz 29515",
                        "t10k-images-idx3-ubyte.gz 4422102",
                        "t10k-labels-idx1-ubyte.gz 5148");
    }
}
