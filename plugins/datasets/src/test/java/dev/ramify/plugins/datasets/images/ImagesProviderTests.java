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

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.plugins.datasets.images.ImagesOptions.Fit;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesProviderTests {

    @TempDir Path folder;

    private final ImagesProvider provider = new ImagesProvider();

    @Test
    void takesFoldersForClassesInTheOrderOfTheirNames() {
        writeClass(folder.resolve("zebra"), 10, BLUE);
        writeClass(folder.resolve("ant"), 20, RED);

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.shape()).isEqualTo(new Shape(3, 8, 8));
            assertThat(dataset.classes()).containsExactly("ant", "zebra");
            assertThat(dataset.train().size()).isEqualTo(24);
            assertThat(dataset.test().size()).isEqualTo(6);
            for (int i = 0; i < 24; i++) {
                float red = read(dataset.train(), i)[0];
                assertThat(dataset.train().label(i)).isEqualTo(red > 0.5 ? 0 : 1);
            }
        }
    }

    @Test
    void neverTestsOnAnImageThatItTrainsOn() {
        writeClass(folder.resolve("a"), 15, RED);
        writeClass(folder.resolve("b"), 15, BLUE);

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            Set<List<Float>> seen = new HashSet<>();
            for (Examples part : List.of(dataset.train(), dataset.test())) {
                for (int i = 0; i < part.size(); i++) {
                    float[] image = read(part, i);
                    seen.add(List.of(image[0], image[64], image[128]));
                }
            }
            assertThat(seen).hasSize(30);
        }
    }

    @Test
    void usesFoldersOfTrainingAndTestImages() {
        writeClass(folder.resolve("train/a"), 3, RED);
        writeClass(folder.resolve("train/b"), 4, BLUE);
        writeClass(folder.resolve("test/a"), 2, RED);
        writeClass(folder.resolve("test/b"), 1, BLUE);

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.train().size()).isEqualTo(7);
            assertThat(dataset.test().size()).isEqualTo(3);
            assertThat(dataset.digests().keySet())
                    .containsExactly(
                            folder.resolve("train/a").toString(),
                            folder.resolve("train/b").toString(),
                            folder.resolve("test/a").toString(),
                            folder.resolve("test/b").toString());
        }
    }

    @Test
    void splitsTheTrainingFolderWhereThereIsNoTestFolder() {
        writeClass(folder.resolve("train/a"), 5, RED);
        writeClass(folder.resolve("train/b"), 5, BLUE);

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.classes()).containsExactly("a", "b");
            assertThat(dataset.test().size()).isEqualTo(2);
        }
    }

    @Test
    void takesAClassCalledTrainForAClass() {
        writeClass(folder.resolve("train"), 5, RED);
        writeClass(folder.resolve("tram"), 5, BLUE);

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.classes()).containsExactly("train", "tram");
        }
    }

    @Test
    void countsHiddenFilesAndNotesAndReadsSubfolders() {
        writeClass(folder.resolve("a"), 2, RED);
        writeClass(folder.resolve("a/more"), 3, RED);
        writeClass(folder.resolve("b"), 5, BLUE);
        write(folder.resolve("a/.DS_Store"), new byte[3]);
        write(folder.resolve("a/.cache/broken.png"), new byte[3]);
        write(folder.resolve("a/notes.txt"), new byte[3]);
        write(folder.resolve(".git/objects/x.png"), new byte[3]);
        write(folder.resolve("labels.csv"), new byte[3]);

        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            assertThat(dataset.classes()).containsExactly("a", "b");
            assertThat(dataset.train().size() + dataset.test().size()).isEqualTo(10);
            assertThat(dataset.notes())
                    .containsExactly(
                            "not read: 2 files that are no image (1 .csv, 1 .txt)",
                            "not read: 3 files that are hidden");
        }
    }

    @Test
    void replacesColoursByEqualChannelsWhereGrey() {
        writeClass(folder.resolve("a"), 5, RED);
        writeClass(folder.resolve("b"), 5, BLUE);
        ImagesOptions grey =
                new ImagesOptions(folder, 8, Fit.CROP, "train", "test", 0.2, 0, 0, true);

        try (Dataset dataset = provider.open(grey, context(folder))) {
            float[] image = read(dataset.train(), 0);
            for (int i = 0; i < 64; i++) {
                assertThat(image[i]).isEqualTo(image[64 + i]).isEqualTo(image[128 + i]);
            }
            assertThat(image[0]).isBetween(75 / 255f, 82 / 255f);
        }
    }

    @Test
    void changesItsDigestWhenOneImageChanges() {
        writeClass(folder.resolve("a"), 5, RED);
        writeClass(folder.resolve("b"), 5, BLUE);
        Map<String, String> before = digests();

        write(folder.resolve("b/03.png"), encode(plain(8, 8, RED), "png"));
        Map<String, String> after = digests();

        String unchanged = folder.resolve("a").toString();
        String changed = folder.resolve("b").toString();
        assertThat(after).containsEntry(unchanged, before.get(unchanged));
        assertThat(after.get(changed)).isNotEqualTo(before.get(changed));
    }

    private Map<String, String> digests() {
        try (Dataset dataset = provider.open(options(folder), context(folder))) {
            return dataset.digests();
        }
    }

    private static float[] read(Examples examples, int index) {
        float[] image = new float[192];
        examples.read(index, image, 0);
        return image;
    }
}
