package dev.ramify.plugins.datasets.idx;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one of the four files of a dataset is for. */
enum IdxRole {
    TRAIN_IMAGES("train-images", 3),
    TRAIN_LABELS("train-labels", 1),
    TEST_IMAGES("t10k-images", 3),
    TEST_LABELS("t10k-labels", 1);

    private final String stem;
    private final int dimensions;

    IdxRole(String stem, int dimensions) {
        this.stem = stem;
        this.dimensions = dimensions;
    }

    /** Return 3 for images by rows by columns, 1 for labels. */
    int dimensions() {
        return dimensions;
    }

    /** Return what the file holds. */
    String content() {
        return dimensions == 3 ? "images" : "labels";
    }

    /** Return the name under which such files are published, unpacked. */
    String standardName() {
        return "%s-idx%d-ubyte".formatted(stem, dimensions);
    }

    /** Return the names that the file may have. Some unpackers put a dot for the dash. */
    List<String> fileNames() {
        String dotted = standardName().replace("-idx", ".idx");
        return List.of(standardName() + ".gz", standardName(), dotted + ".gz", dotted);
    }

    /** Return the file that the options name, if they name one. */
    @Nullable Path given(IdxOptions options) {
        return switch (this) {
            case TRAIN_IMAGES -> options.trainImages();
            case TRAIN_LABELS -> options.trainLabels();
            case TEST_IMAGES -> options.testImages();
            case TEST_LABELS -> options.testLabels();
        };
    }

    /** Print as in {@code train images}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
