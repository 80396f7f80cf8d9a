package dev.ramify.plugins.datasets.idx;

import static dev.ramify.plugins.datasets.idx.IdxFixture.context;
import static dev.ramify.plugins.datasets.idx.IdxFixture.images;
import static dev.ramify.plugins.datasets.idx.IdxFixture.labels;
import static dev.ramify.plugins.datasets.idx.IdxFixture.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.DataException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFilesTests {

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";

    @TempDir Path folder;

    @BeforeEach
    void writeFiles() {
        IdxFixture.write(folder);
    }

    @Test
    void namesEveryMissingFile() throws IOException {
        Files.delete(folder.resolve(TRAIN_IMAGES));
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));

        String remedy =
                "run 'ramify data get idx' for Fashion-MNIST, or set the option path to the folder"
                        + " that has the files";
        assertThat(problems(options(folder)))
                .containsExactly(
                        new Problem(
                                folder.toString(),
                                "there is no file of train images here; expected"
                                        + " train-images-idx3-ubyte, gzipped or not",
                                remedy),
                        new Problem(
                                folder.toString(),
                                "there is no file of test labels here; expected"
                                        + " t10k-labels-idx1-ubyte, gzipped or not",
                                remedy));
    }

    @Test
    void saysThatANamedFileDoesNotExist() {
        Path nowhere = folder.resolve("nowhere");
        IdxOptions options = new IdxOptions(folder, nowhere, null, null, null, List.of(), 0, 0, 0);

        assertThat(problems(options))
                .containsExactly(
                        new Problem(
                                nowhere.toString(), "the file does not exist", "check the path"));
    }

    @Test
    void noticesThatCountsDiffer() {
        assertThat(reasonWith(images(11, 3, 2)))
                .isEqualTo(
                        "found 12 labels, expected 11, one for each image in "
                                + folder.resolve(TRAIN_IMAGES));
    }

    @Test
    void noticesThatTestImagesHaveAnotherSize() {
        assertThat(reasonWith(images(12, 2, 2)))
                .isEqualTo("found images of 3x2, expected 2x2 as for training");
    }

    @Test
    void noticesLabelsWithoutAName() {
        assertThat(problems(options(folder, "rock", "paper")))
                .extracting(Problem::reason)
                .containsExactly(
                        "found label 2, expected 0 to 1", "found label 2, expected 0 to 1");
    }

    @Test
    void noticesTestLabelsThatTrainingNeverSaw() {
        byte[] labels = labels(6);
        labels[13] = 9;
        IdxFixture.write(folder.resolve("t10k-labels-idx1-ubyte"), labels);

        assertThat(problems(options(folder)))
                .singleElement()
                .extracting(Problem::reason)
                .isEqualTo("found label 9, expected 0 to 2");
    }

    @Test
    void needsTwoClasses() {
        byte[] train = labels(12);
        Arrays.fill(train, 8, train.length, (byte) 0);
        IdxFixture.write(folder.resolve("train-labels-idx1-ubyte"), train);

        assertThat(problems(options(folder)))
                .first()
                .extracting(Problem::reason)
                .isEqualTo("found the label 0 alone, expected at least two classes");
    }

    private String reasonWith(byte[] trainImages) {
        IdxFixture.write(folder.resolve(TRAIN_IMAGES), trainImages);
        List<Problem> problems = problems(options(folder));
        assertThat(problems).hasSize(1);
        return problems.get(0).reason();
    }

    private List<Problem> problems(IdxOptions options) {
        DataException failure =
                catchThrowableOfType(
                        DataException.class,
                        () -> new IdxProvider().open(options, context(folder)).close());
        assertThat(failure).as("expected the data to be refused").isNotNull();
        return failure.problems();
    }
}
