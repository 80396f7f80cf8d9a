package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in a folder, sorted by name; links are what they lead to.
 *
 * @param path the folder
 * @param folders folders in it that are not hidden
 * @param files everything else in it that is not hidden
 * @param hidden number of things whose name begins with a dot
 */
record Folder(Path path, List<Path> folders, List<Path> files, int hidden) {

    /** Look into a folder; what is wrong goes to the problems. */
    static Folder list(Path path, Problems problems) {
        List<Path> folders = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        int hidden = 0;
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.sorted(Comparator.comparing(Folder::name)).toList()) {
                if (name(child).startsWith(".")) {
                    hidden++;
                } else if (Files.isDirectory(child)) {
                    folders.add(child);
                } else {
                    files.add(child);
                }
            }
        } catch (IOException e) {
            problems.add(
                    path,
                    "the folder cannot be read: " + Problems.describe(e),
                    "allow this user to read it");
        }
        return new Folder(path, List.copyOf(folders), List.copyOf(files), hidden);
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
