package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the images of a class, at any depth of its folder. Links are followed. Every file is taken,
 * told to be a problem, or counted as skipped.
 */
final class ImageFiles {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "jpe", "jfif");

    private final Problems problems;
    private final Skipped skipped;
    private final List<Path> images = new ArrayList<>();
    private final Map<String, List<Path>> unread = new TreeMap<>();
    private final Set<Path> above = new HashSet<>();

    private ImageFiles(Problems problems, Skipped skipped) {
        this.problems = problems;
        this.skipped = skipped;
    }

    /** Find all images of a class, sorted by their path. */
    static List<Path> ofClass(Path folder, Problems problems, Skipped skipped) {
        ImageFiles files = new ImageFiles(problems, skipped);
        files.find(folder);
        files.images.sort(
                Comparator.comparing(
                        file -> folder.relativize(file).toString().replace('\\', '/')));
        return List.copyOf(files.images);
    }

    /** Count what lies beside the folders of classes. */
    static void skip(Folder folder, Problems problems, Skipped skipped) {
        skipped.addHidden(folder.hidden());
        for (Path file : folder.files()) {
            if (kind(file, problems).isPresent()) {
                skipped.addAstray();
            } else {
                skipped.addOther(file);
            }
        }
    }

    /** Tell whether a folder holds images itself, rather than in its folders. */
    static boolean areIn(Folder folder) {
        return folder.files().stream()
                .anyMatch(file -> endsLikeImage(file) || kind(file, new Problems()).isPresent());
    }

    private void find(Path folder) {
        Folder top = Folder.list(folder, problems);
        if (!top.folders().isEmpty() && !areIn(top)) {
            problems.add(
                    folder,
                    "the folder holds only folders, %s; the folder of a class holds images"
                            .formatted(top.folders().stream().map(Folder::name).limit(6).toList()),
                    "set the option path to the folder that holds the folders of classes, or move"
                            + " images up");
            return;
        }
        walk(top);
        unread.forEach(this::refuse);
        if (images.isEmpty() && unread.isEmpty()) {
            problems.add(
                    folder,
                    "the folder has no PNG or JPEG images; every folder is a class",
                    "add images, or move the folder away");
        }
    }

    private void refuse(String kind, List<Path> files) {
        problems.add(
                files.get(0),
                files.size() == 1
                        ? "%s images are not read".formatted(kind)
                        : "%s images are not read, and there are %,d in this class"
                                .formatted(kind, files.size()),
                "save it as PNG or JPEG, or remove it");
    }

    /** Look through a folder and what is below, unless a link leads back to where it lies. */
    private void walk(Folder folder) {
        Path real;
        try {
            real = folder.path().toRealPath();
        } catch (IOException e) {
            problems.addUnreadable(folder.path(), e);
            return;
        }
        if (!above.add(real)) {
            problems.add(
                    folder.path(),
                    "the link leads back to %s, in which it lies".formatted(real),
                    "remove the link");
            return;
        }
        skipped.addHidden(folder.hidden());
        folder.files().forEach(this::sort);
        folder.folders().forEach(child -> walk(Folder.list(child, problems)));
        above.remove(real);
    }

    private void sort(Path file) {
        Optional<ImageKind> kind = kind(file, problems);
        if (kind.isPresent() && !kind.get().read()) {
            unread.computeIfAbsent(kind.get().name(), key -> new ArrayList<>()).add(file);
        } else if (kind.isPresent() || endsLikeImage(file)) {
            // What ends like an image and is none is told when it is decoded.
            images.add(file);
        } else {
            skipped.addOther(file);
        }
    }

    private static boolean endsLikeImage(Path file) {
        String name = Folder.name(file);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Optional<ImageKind> kind(Path file, Problems problems) {
        if (!Files.isRegularFile(file)) {
            problems.add(
                    file,
                    Files.isSymbolicLink(file)
                            ? "the link leads nowhere"
                            : "this is neither a file nor a folder",
                    "remove it");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ImageKind.of(in.readNBytes(ImageKind.HEAD));
        } catch (IOException e) {
            problems.addUnreadable(file, e);
            return Optional.empty();
        }
    }
}
