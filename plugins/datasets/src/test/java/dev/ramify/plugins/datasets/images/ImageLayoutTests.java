package dev.ramify.plugins.datasets.images;

import static dev.ramify.plugins.datasets.images.ImageFixture.BLUE;
import static dev.ramify.plugins.datasets.images.ImageFixture.RED;
import static dev.ramify.plugins.datasets.images.ImageFixture.context;
import static dev.ramify.plugins.datasets.images.ImageFixture.encode;
import static dev.ramify.plugins.datasets.images.ImageFixture.options;
import static dev.ramify.plugins.datasets.images.ImageFixture.plain;
import static dev.ramify.plugins.datasets.images.ImageFixture.write;
import static dev.ramify.plugins.datasets.images.ImageFixture.writeClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.Dataset;
import dev.ramify.plugins.datasets.images.ImagesOptions.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people lay folders of images out: parts of the data are no classes, and nothing vanishes. */
class ImageLayoutTests {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "train, test",
        "Training, Testing",
        "TRAIN, Test",
        "seg_train, seg_test",
        "training_set, test_set",
        "train, val",
        "train, valid",
        "Train, Validation",
        "train2017, val2017",
        "trainImages, testImages"
    })
    void foldersOfFoldersAreThePartsThatTheirNamesSay(String train, String test) {
        part(train, 4);
        part(test, 2);

        try (Dataset dataset = open(options(folder))) {
            assertThat(dataset.classes()).containsExactly("cat", "dog");
            assertThat(dataset.train().size()).isEqualTo(8);
            assertThat(dataset.test().size()).isEqualTo(4);
        }
    }

    @Test
    void imagesToTestOnGoBeforeThoseToTuneOn() {
        part("train", 4);
        part("test", 2);
        part("val", 3);

        try (Dataset dataset = open(options(folder))) {
            assertThat(dataset.test().size()).isEqualTo(4);
            assertThat(dataset.notes()).containsExactly("the folder 'val' is not read");
        }
    }

    @Test
    void anOptionNamesThePartToTestOn() {
        part("train", 4);
        part("test", 2);
        part("val", 3);
        ImagesOptions tuned =
                new ImagesOptions(folder, 8, Fit.CROP, "train", "val", .2, 0, 0, false);

        try (Dataset dataset = open(tuned)) {
            assertThat(dataset.test().size()).isEqualTo(6);
            assertThat(dataset.notes()).containsExactly("the folder 'test' is not read");
        }
    }

    @Test
    void aFolderToTuneOnIsSaidToBeTestedOn() {
        part("train", 4);
        part("valid", 2);

        try (Dataset dataset = open(options(folder))) {
            assertThat(dataset.notes())
                    .containsExactly("the images to test on are those of 'valid'");
        }
    }

    @Test
    void wrappingsAreOpened() {
        writeClass(folder.resolve("flowers/rose"), 5, RED);
        writeClass(folder.resolve("flowers/tulip"), 5, BLUE);
        write(folder.resolve("README.txt"), new byte[3]);

        try (Dataset dataset = open(options(folder))) {
            assertThat(dataset.classes()).containsExactly("rose", "tulip");
            assertThat(dataset.notes())
                    .containsExactly(
                            "the classes are looked for in " + folder.resolve("flowers"),
                            "not read: 1 file that is no image (1 .txt)");
        }
    }

    @Test
    void partsMayBeWrappedToo() {
        part("seg_train/seg_train", 4);
        part("seg_test/seg_test", 2);
        writeClass(folder.resolve("seg_pred/seg_pred"), 3, RED);

        try (Dataset dataset = open(options(folder))) {
            assertThat(dataset.classes()).containsExactly("cat", "dog");
            assertThat(dataset.test().size()).isEqualTo(4);
            assertThat(dataset.notes()).containsExactly("the folder 'seg_pred' is not read");
        }
    }

    @Test
    void aFolderThatHoldsOnlyFoldersIsNoClass() {
        writeClass(folder.resolve("cats/persian"), 3, RED);
        writeClass(folder.resolve("dogs/beagle"), 3, BLUE);

        assertThat(problems(options(folder)))
                .contains("cats: the folder holds only folders, [persian]")
                .contains("dogs: the folder holds only folders, [beagle]");
    }

    @Test
    void severalPartsOfOneKindHaveToBeChosenFrom() {
        part("train", 2);
        part("training_small", 2);
        part("train_big", 2);

        try (Dataset dataset = open(options(folder))) {
            assertThat(dataset.train().size() + dataset.test().size()).isEqualTo(4);
        }
        assertThat(problems(new ImagesOptions(folder, 8, Fit.CROP, "all", "test", .2, 0, 0, false)))
                .contains("there are several folders of training images")
                .contains("the option train-folder names this");
    }

    @Test
    void imagesAreKnownByTheirContent() {
        for (int i = 0; i < 4; i++) {
            write(folder.resolve("a/%d.jfif".formatted(i)), encode(plain(8, 8, RED), "jpg"));
            write(folder.resolve("a/%d.JPE".formatted(i)), encode(plain(8, 8, RED), "jpg"));
            write(folder.resolve("b/%d".formatted(i)), encode(plain(8, 8, BLUE), "png"));
            write(folder.resolve("b/%d.dat".formatted(i)), encode(plain(8, 8, BLUE), "png"));
        }
        write(folder.resolve("b/Thumbs.db"), new byte[4]);

        try (Dataset dataset = open(options(folder))) {
            assertThat(dataset.train().size() + dataset.test().size()).isEqualTo(16);
            assertThat(dataset.notes())
                    .containsExactly("not read: 1 file that is no image (1 .db)");
        }
    }

    @Test
    void imagesInNoClassAreCounted() {
        writeClass(folder.resolve("a"), 4, RED);
        writeClass(folder.resolve("b"), 4, BLUE);
        write(folder.resolve("stray.png"), encode(plain(8, 8, RED), "png"));

        try (Dataset dataset = open(options(folder))) {
            assertThat(dataset.notes())
                    .containsExactly("not read: 1 file that is in no folder of a class");
        }
    }

    @Test
    void manyImagesOfAKindThatIsNotReadAreToldOnce() {
        writeClass(folder.resolve("a"), 4, RED);
        writeClass(folder.resolve("b"), 4, BLUE);
        for (int i = 0; i < 50; i++) {
            write(folder.resolve("b/%d.webp".formatted(i)), encode(plain(8, 8, RED), "gif"));
        }

        assertThat(problems(options(folder)))
                .contains("GIF images are not read, and there are 50 in this class");
    }

    @Test
    void linksAreFollowed() throws IOException {
        Path src = folder.resolve("src");
        writeClass(src.resolve("cat"), 4, RED);
        writeClass(src.resolve("more"), 2, RED);
        writeClass(src.resolve("dog"), 4, BLUE);
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createSymbolicLink(data.resolve("cat"), src.resolve("cat"));
        Files.createSymbolicLink(src.resolve("cat/more"), src.resolve("more"));
        Files.createSymbolicLink(data.resolve("dog"), Path.of("../src/dog"));

        try (Dataset dataset = open(options(data))) {
            assertThat(dataset.classes()).containsExactly("cat", "dog");
            assertThat(dataset.train().size() + dataset.test().size()).isEqualTo(10);
        }
    }

    @Test
    void linksInALoopAndLinksToNothingAreTold() throws IOException {
        writeClass(folder.resolve("a"), 4, RED);
        writeClass(folder.resolve("b"), 4, BLUE);
        Files.createSymbolicLink(folder.resolve("a/again"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("b/gone.png"), folder.resolve("nowhere.png"));

        assertThat(problems(options(folder)))
                .contains("a/again: the link leads back to")
                .contains("b/gone.png: the link leads nowhere");
    }

    @Test
    void aSingleImageOfEachClassLeavesNoneToTestOn() {
        writeClass(folder.resolve("a"), 1, RED);
        writeClass(folder.resolve("b"), 1, BLUE);

        assertThat(problems(options(folder)))
                .contains("a class with one image leaves none to test on");
    }

    private void part(String name, int images) {
        writeClass(folder.resolve(name).resolve("cat"), images, RED);
        writeClass(folder.resolve(name).resolve("dog"), images, BLUE);
    }

    private Dataset open(ImagesOptions options) {
        return new ImagesProvider().open(options, context(folder));
    }

    private String problems(ImagesOptions options) {
        List<DataException.Problem> problems =
                catchThrowableOfType(DataException.class, () -> open(options).close()).problems();
        return problems.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
