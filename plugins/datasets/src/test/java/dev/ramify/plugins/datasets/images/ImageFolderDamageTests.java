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
import dev.ramify.api.data.DataException.Problem;
import dev.ramify.plugins.datasets.files.MemoryBudget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderDamageTests {

    @TempDir Path folder;

    private final ImagesProvider provider = new ImagesProvider();

    @Test
    void tellsAllUnreadableImagesAtOnce() {
        writeClass(folder.resolve("a"), 5, RED);
        writeClass(folder.resolve("b"), 5, BLUE);
        byte[] png = encode(plain(8, 8, RED), "png");
        write(folder.resolve("a/empty.png"), new byte[0]);
        write(folder.resolve("a/wrong.jpg"), new byte[] {1, 2, 3, 4, 5});
        write(folder.resolve("b/short.PNG"), Arrays.copyOf(png, png.length - 20));

        List<Problem> problems = problems(provider);

        assertThat(problems)
                .extracting(Problem::where)
                .containsExactly(
                        folder.resolve("a/empty.png").toString(),
                        folder.resolve("a/wrong.jpg").toString(),
                        folder.resolve("b/short.PNG").toString());
        assertThat(problems.get(1).reason())
                .isEqualTo("this is neither PNG nor JPEG: it starts with '01 02 03 04'");
    }

    @Test
    void tellsAllFaultsOfTheFoldersAtOnce() throws IOException {
        writeClass(folder.resolve("a"), 5, RED);
        Files.createDirectory(folder.resolve("empty"));
        write(folder.resolve("a/old.gif"), "GIF89a".getBytes(StandardCharsets.US_ASCII));

        assertThat(problems(provider))
                .containsExactly(
                        new Problem(
                                folder.resolve("a/old.gif").toString(),
                                "GIF images are not read",
                                "save it as PNG or JPEG, or remove it"),
                        new Problem(
                                folder.resolve("empty").toString(),
                                "the folder has no PNG or JPEG images; every folder is a class",
                                "add images, or move the folder away"));
    }

    @Test
    void needsTwoClasses() {
        writeClass(folder.resolve("only"), 5, RED);

        assertThat(problems(provider))
                .containsExactly(
                        new Problem(
                                folder.toString(),
                                "found 1 folders of images [only], expected at least two, one for"
                                        + " each class",
                                "put the images of each class into a folder of its own"));
    }

    @Test
    void needsTheSameClassesForTests() {
        writeClass(folder.resolve("train/a"), 2, RED);
        writeClass(folder.resolve("train/b"), 2, BLUE);
        writeClass(folder.resolve("test/a"), 2, RED);
        writeClass(folder.resolve("test/c"), 2, BLUE);

        assertThat(problems(provider))
                .extracting(Problem::reason)
                .containsExactly("found the classes [a, c], expected those of training, [a, b]");
    }

    @Test
    void saysThatAFolderDoesNotExist() {
        DataException failure =
                catchThrowableOfType(
                        DataException.class,
                        () ->
                                provider.open(options(folder.resolve("nowhere")), context(folder))
                                        .close());

        assertThat(failure)
                .hasMessageContaining("nowhere: the folder does not exist; set the option path");
    }

    @Test
    void refusesImagesThatDoNotFitIntoMemory() {
        writeClass(folder.resolve("a"), 5, RED);
        writeClass(folder.resolve("b"), 5, BLUE);

        assertThat(problems(new ImagesProvider(new MemoryBudget(1000))))
                .extracting(Problem::reason)
                .containsExactly("the images need 1 MiB of memory, but there are 0 MiB for them");
    }

    private List<Problem> problems(ImagesProvider opened) {
        DataException failure =
                catchThrowableOfType(
                        DataException.class,
                        () -> opened.open(options(folder), context(folder)).close());
        assertThat(failure).as("expected the data to be refused").isNotNull();
        return failure.problems();
    }
}
