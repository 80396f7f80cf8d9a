package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with one folder of images per class.
 *
 * @param path the folder
 * @param classes names of the classes, sorted
 * @param files images of each class, sorted by their path
 */
record ImageFolder(Path path, List<String> classes, List<List<Path>> files) {

    /** Look through a folder; what is wrong goes to the problems. */
    static ImageFolder scan(Path path, Problems problems, Skipped skipped) {
        List<String> classes = new ArrayList<>();
        List<List<Path>> files = new ArrayList<>();
        Folder root = Folder.list(path, problems);
        ImageFiles.skip(root, problems, skipped);
        for (Path folder : root.folders()) {
            classes.add(Folder.name(folder));
            files.add(ImageFiles.ofClass(folder, problems, skipped));
        }
        return new ImageFolder(path, List.copyOf(classes), List.copyOf(files));
    }

    /** Return a folder without images. */
    static ImageFolder empty(Path path) {
        return new ImageFolder(path, List.of(), List.of());
    }

    /** Return the number of images. */
    int count() {
        return files.stream().mapToInt(List::size).sum();
    }

    /** Name a file as seen from the folder, with slashes on every platform. */
    String relative(Path file) {
        return path.relativize(file).toString().replace('\\', '/');
    }
}
