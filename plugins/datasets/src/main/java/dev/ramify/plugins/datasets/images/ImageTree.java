package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders of a dataset of images.
 *
 * @param train training images, or all images where there are no others
 * @param test test images, where they have a folder of their own
 * @param notes what was found and is not read, one sentence each
 */
record ImageTree(ImageFolder train, Optional<ImageFolder> test, List<String> notes) {

    /** Look through the folders; what is wrong goes to the problems. */
    static ImageTree scan(ImagesOptions options, Problems problems) {
        Path path = options.path();
        if (!Files.isDirectory(path)) {
            problems.add(
                    path,
                    Files.exists(path) ? "this is not a folder" : "the folder does not exist",
                    "set the option path to the folder that has a folder of images per class");
            return new ImageTree(ImageFolder.empty(path), Optional.empty(), List.of());
        }
        Skipped skipped = new Skipped();
        SplitFolders folders = SplitFolders.find(options, problems, skipped);
        ImageFolder train = ImageFolder.scan(folders.train(), problems, skipped);
        Optional<ImageFolder> test =
                folders.test().map(held -> ImageFolder.scan(held, problems, skipped));
        checkClasses(train, test, problems);
        return new ImageTree(train, test, skipped.notes());
    }

    private static void checkClasses(
            ImageFolder train, Optional<ImageFolder> test, Problems problems) {
        if (train.classes().size() < 2) {
            problems.add(
                    train.path(),
                    "found %d folders of images %s, expected at least two, one for each class"
                            .formatted(train.classes().size(), train.classes()),
                    "put the images of each class into a folder of its own");
        }
        if (test.isPresent() && !test.get().classes().equals(train.classes())) {
            problems.add(
                    test.get().path(),
                    "found the classes %s, expected those of training, %s"
                            .formatted(test.get().classes(), train.classes()),
                    "give both folders the same classes");
        }
    }
}
