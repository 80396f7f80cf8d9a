package dev.ramify.plugins.datasets.cifar;

import static dev.ramify.plugins.datasets.cifar.CifarFixture.SMALL;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.WITH_SUPERCLASSES;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.context;
import static dev.ramify.plugins.datasets.cifar.CifarFixture.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.DataException;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.plugins.datasets.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarProviderTests {

    @TempDir Path folder;

    private final CifarProvider small = new CifarProvider(SMALL);

    @Test
    void readsRecordsInTheOrderOfTheFiles() {
        CifarFixture.write(SMALL, folder);

        try (Dataset dataset = small.open(options(folder), context(folder))) {
            assertThat(dataset.shape()).isEqualTo(new Shape(3, 32, 32));
            assertThat(dataset.classes()).containsExactly("cat", "dog");
            assertThat(dataset.factors()).isEmpty();
            assertThat(dataset.train().size()).isEqualTo(40);
            assertThat(dataset.test().size()).isEqualTo(10);
            assertThat(dataset.train().label(21)).isEqualTo(1);
            float[] image = read(dataset.train(), 21);
            for (int i = 0; i < image.length; i++) {
                int expected = CifarFixture.pixel("data_batch_2.bin", 1, i) & 0xff;
                assertThat(image[i]).isEqualTo(expected / 255f);
            }
        }
    }

    @Test
    void givesSuperclassesAsAFactor() {
        CifarFixture.write(WITH_SUPERCLASSES, folder);

        try (Dataset dataset =
                new CifarProvider(WITH_SUPERCLASSES).open(options(folder), context(folder))) {
            assertThat(dataset.factors())
                    .containsExactly(new Factor("superclass", List.of("plants", "animals")));
            assertThat(dataset.train().label(5)).isEqualTo(2);
            assertThat(dataset.train().level(5, 0)).isEqualTo(1);
            assertThat(dataset.test().level(4, 0)).isZero();
        }
    }

    @Test
    void digestsEveryFile() throws IOException {
        CifarFixture.write(SMALL, folder);

        try (Dataset dataset = small.open(options(folder), context(folder))) {
            assertThat(dataset.digests())
                    .containsOnlyKeys("data_batch_1.bin", "data_batch_2.bin", "test_batch.bin")
                    .containsEntry(
                            "test_batch.bin",
                            Sha256.of(Files.readAllBytes(folder.resolve("test_batch.bin"))));
        }
    }

    @Test
    void looksIntoTheFolderOfDownloadsWithoutAPath() {
        CifarFixture.write(SMALL, folder.resolve("small-10-batches-bin"));

        try (Dataset dataset = small.open(options(null), context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(40);
        }
    }

    @Test
    void choosesASubsetEvenlyFromTheSeed() {
        CifarFixture.write(SMALL, folder);
        CifarOptions subset = new CifarOptions(folder, 10, 4, 0, false, true);

        try (Dataset dataset = small.open(subset, context(folder));
                Dataset again = small.open(subset, context(folder))) {
            assertThat(labels(dataset.train()).filter(label -> label == 0)).hasSize(5);
            assertThat(labels(dataset.test()).filter(label -> label == 0)).hasSize(2);
            assertThat(read(again.train(), 3)).isEqualTo(read(dataset.train(), 3));
        }
    }

    @Test
    void refusesASubsetGreaterThanTheData() {
        CifarFixture.write(SMALL, folder);
        CifarOptions subset = new CifarOptions(folder, 41, 0, 0, false, true);

        assertThatThrownBy(() -> small.open(subset, context(folder)))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageEndingWith("up to 40, the images there are, found 41");
    }

    @Test
    void testsOnHeldOutTrainingImagesForValidation() {
        CifarFixture.write(SMALL, folder);
        CifarOptions validation = new CifarOptions(folder, 0, 0, 0.25, false, true);

        try (Dataset dataset = small.open(validation, context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(30);
            assertThat(dataset.test().size()).isEqualTo(10);
            assertThat(labels(dataset.test()).filter(label -> label == 0)).hasSize(5);
        }
    }

    @Test
    void replacesColoursByEqualChannelsWhereGrey() {
        CifarFixture.write(SMALL, folder);
        CifarOptions grey = new CifarOptions(folder, 0, 0, 0, true, true);

        try (Dataset dataset = small.open(grey, context(folder));
                Dataset coloured = small.open(options(folder), context(folder))) {
            float[] image = read(dataset.train(), 7);
            float[] original = read(coloured.train(), 7);
            for (int i = 0; i < 1024; i++) {
                double luma =
                        0.299 * original[i]
                                + 0.587 * original[1024 + i]
                                + 0.114 * original[2048 + i];
                assertThat(image[i]).isEqualTo(image[1024 + i]).isEqualTo(image[2048 + i]);
                assertThat((double) image[i]).isCloseTo(luma, within(0.5 / 255 + 1e-6));
            }
        }
    }

    @Test
    void saysWhatToPutWhereIfThereIsNothing() {
        assertThatThrownBy(() -> small.open(options(null), context(folder)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "%s: there is no Small-10 here; expected data_batch_1.bin,"
                                        .formatted(folder)
                                + " data_batch_2.bin, test_batch.bin, or the archive"
                                + " small-10-binary.tar.gz; "
                                + SMALL.howToGet());
    }

    @Test
    void saysThatAPathDoesNotExist() {
        assertThatThrownBy(() -> small.open(options(folder.resolve("nowhere")), context(folder)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nowhere: this does not exist; expected data_batch_1.bin");
    }

    @Test
    void recognisesThePythonVersion() throws IOException {
        Files.write(folder.resolve("data_batch_1"), new byte[10]);

        assertThatThrownBy(() -> small.open(options(folder), context(folder)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "this is the Python version of Small-10, whose pickles are never read");
    }

    private static IntStream labels(Examples examples) {
        return IntStream.range(0, examples.size()).map(examples::label);
    }

    private static float[] read(Examples examples, int index) {
        float[] image = new float[3072];
        examples.read(index, image, 0);
        return image;
    }
}
