package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder with one folder of images per class.
 *
 * @param path the folder
 * @param classes names of the classes, sorted
 * @param files images of each class, sorted by their path
 */
record ImageFolder(Path path, List<String> classes, List<List<Path>> files) {

    private static final Set<String> READ = Set.of("png", "jpg", "jpeg");
    private static final Set<String> NOT_READ =
            Set.of("gif", "bmp", "webp", "tif", "tiff", "heic", "avif", "ppm", "pgm", "svg");

    /** Look through a folder; what is wrong goes to the problems. */
    static ImageFolder scan(Path path, Problems problems) {
        List<String> classes = new ArrayList<>();
        List<List<Path>> files = new ArrayList<>();
        for (Path folder : subfolders(path, problems)) {
            classes.add(String.valueOf(folder.getFileName()));
            files.add(images(folder, problems));
        }
        return new ImageFolder(path, List.copyOf(classes), List.copyOf(files));
    }

    /** Return a folder without images. */
    static ImageFolder empty(Path path) {
        return new ImageFolder(path, List.of(), List.of());
    }

    /** Return the folders in a folder, without hidden ones, sorted by name. */
    static List<Path> subfolders(Path path, Problems problems) {
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(Files::isDirectory)
                    .filter(ImageFolder::isVisible)
                    .sorted(Comparator.comparing(p -> String.valueOf(p.getFileName())))
                    .toList();
        } catch (IOException e) {
            problems.addUnreadable(path, e);
            return List.of();
        }
    }

    /** Return the number of images. */
    int count() {
        return files.stream().mapToInt(List::size).sum();
    }

    /** Name a file as seen from the folder, with slashes on every platform. */
    String relative(Path file) {
        return slashed(path, file);
    }

    private static List<Path> images(Path folder, Problems problems) {
        List<Path> images = new ArrayList<>();
        try (Stream<Path> below = Files.walk(folder)) {
            below.filter(file -> isVisibleBelow(folder, file))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> slashed(folder, file)))
                    .forEach(file -> sort(file, images, problems));
        } catch (UncheckedIOException | IOException e) {
            problems.add(
                    folder,
                    "the folder cannot be read: " + Problems.describe(e),
                    "allow this user to read it");
            return images;
        }
        if (images.isEmpty()) {
            problems.add(
                    folder,
                    "the folder has no PNG or JPEG images; every folder is a class",
                    "add images, or move the folder away");
        }
        return images;
    }

    /** Keep images, ignore notes and lists, and name images that would be lost without a word. */
    private static void sort(Path file, List<Path> images, Problems problems) {
        String extension = extension(file);
        if (READ.contains(extension)) {
            images.add(file);
        } else if (NOT_READ.contains(extension)) {
            problems.add(
                    file,
                    "%s images are not read".formatted(extension.toUpperCase(Locale.ROOT)),
                    "save it as PNG or JPEG, or remove it");
        }
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isVisibleBelow(Path folder, Path file) {
        for (Path name : folder.relativize(file)) {
            if (!isVisible(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(Path path) {
        return !String.valueOf(path.getFileName()).startsWith(".");
    }

    private static String slashed(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
