package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders of a dataset of images.
 *
 * @param train training images, or all images where there are no others
 * @param test test images, where they have a folder of their own
 */
record ImageTree(ImageFolder train, Optional<ImageFolder> test) {

    /** Look through the folders; what is wrong goes to the problems. */
    static ImageTree scan(ImagesOptions options, Problems problems) {
        Path path = options.path();
        Path trainPath = path.resolve(options.trainFolder());
        Path testPath = path.resolve(options.testFolder());
        boolean trainApart = holdsFolders(trainPath);
        boolean testApart = holdsFolders(testPath);
        if (!Files.isDirectory(path)) {
            problems.add(
                    path,
                    Files.exists(path) ? "this is not a folder" : "the folder does not exist",
                    "set the option path to the folder that has a folder of images per class");
            return new ImageTree(ImageFolder.empty(path), Optional.empty());
        }
        if (testApart && !trainApart) {
            problems.add(
                    path,
                    "there is a folder '%s' of classes, but no folder '%s'"
                            .formatted(options.testFolder(), options.trainFolder()),
                    "add it, or name the folders in the options train-folder and test-folder");
        }
        ImageFolder train = ImageFolder.scan(trainApart ? trainPath : path, problems);
        Optional<ImageFolder> test =
                trainApart && testApart
                        ? Optional.of(ImageFolder.scan(testPath, problems))
                        : Optional.empty();
        checkClasses(train, test, problems);
        return new ImageTree(train, test);
    }

    /** Tell apart a folder of classes from a class that happens to be called {@code train}. */
    private static boolean holdsFolders(Path path) {
        return Files.isDirectory(path) && !ImageFolder.subfolders(path, new Problems()).isEmpty();
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
