package dev.ramify.plugins.datasets.images;

import dev.ramify.plugins.datasets.files.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders whose folders are classes. A folder that holds folders and no images is no class: it
 * is a part of the data, as its name tells, or a mere wrapping.
 *
 * @param train of the images to train on, or of all images
 * @param test of the images to test on, where they are apart
 */
record SplitFolders(Path train, Optional<Path> test) {

    private static final int DEEPEST = 8;

    /** Find them; what is wrong goes to the problems, and what is not read is said. */
    static SplitFolders find(ImagesOptions options, Problems problems, Skipped skipped) {
        Path root = options.path();
        Folder folder = Folder.list(root, problems);
        for (int depth = 0; depth < DEEPEST && isWrapping(folder, options); depth++) {
            ImageFiles.skip(folder, problems, skipped);
            root = folder.folders().get(0);
            folder = Folder.list(root, problems);
        }
        if (!root.equals(options.path())) {
            skipped.note("the classes are looked for in %s".formatted(root));
        }
        List<Path> parts = folder.folders().stream().filter(SplitFolders::isPart).toList();
        return new Parts(options, folder, parts, problems, skipped).choose();
    }

    private static boolean isPart(Path path) {
        Folder inside = Folder.list(path, new Problems());
        return !inside.folders().isEmpty() && !ImageFiles.areIn(inside);
    }

    /** Tell whether a folder but holds another, which has no role of its own. */
    private static boolean isWrapping(Folder folder, ImagesOptions options) {
        if (folder.folders().size() != 1 || ImageFiles.areIn(folder)) {
            return false;
        }
        String name = Folder.name(folder.folders().get(0));
        return isPart(folder.folders().get(0))
                && SplitRole.of(name).isEmpty()
                && !List.of(options.trainFolder(), options.testFolder()).contains(name);
    }

    /**
     * Parts of the data side by side.
     *
     * @param folder that they lie in
     * @param parts folders in it that hold folders
     */
    private record Parts(
            ImagesOptions options,
            Folder folder,
            List<Path> parts,
            Problems problems,
            Skipped skipped) {

        SplitFolders choose() {
            List<Path> train = called(SplitRole.TRAIN, options.trainFolder());
            List<Path> test = called(SplitRole.TEST, options.testFolder());
            List<Path> validation =
                    called(SplitRole.VALIDATION, "").stream()
                            .filter(each -> !test.contains(each))
                            .toList();
            requireNamed(ImagesOptions.TRAIN_FOLDER, options.trainFolder(), "train-folder", train);
            requireNamed(ImagesOptions.TEST_FOLDER, options.testFolder(), "test-folder", test);
            refuseSeveral(train, "training", "train-folder");
            refuseSeveral(test, "test", "test-folder");
            if (train.isEmpty()) {
                Stream.of(test, validation)
                        .flatMap(List::stream)
                        .findFirst()
                        .ifPresent(this::refuseAlone);
                return new SplitFolders(folder.path(), Optional.empty());
            }
            Optional<Path> held = test.stream().findFirst();
            if (held.isEmpty() && !validation.isEmpty()) {
                refuseSeveral(validation, "validation", "test-folder");
                held = validation.stream().findFirst();
                skipped.note(
                        "the images to test on are those of '%s'"
                                .formatted(Folder.name(validation.get(0))));
            }
            sayUnread(train.get(0), held);
            return new SplitFolders(unwrapped(train.get(0)), held.map(this::unwrapped));
        }

        /** A folder that an option names goes before those that are called alike. */
        private List<Path> called(SplitRole role, String named) {
            List<Path> exact =
                    parts.stream().filter(part -> Folder.name(part).equals(named)).toList();
            return exact.isEmpty()
                    ? parts.stream()
                            .filter(
                                    part ->
                                            SplitRole.of(Folder.name(part))
                                                    .equals(Optional.of(role)))
                            .toList()
                    : exact;
        }

        private void requireNamed(String usual, String named, String option, List<Path> found) {
            if (!named.equals(usual)
                    && found.stream().noneMatch(each -> Folder.name(each).equals(named))) {
                problems.add(
                        folder.path().resolve(named),
                        "the option %s names this, and it is no folder of folders"
                                .formatted(option),
                        "name one of " + parts.stream().map(Folder::name).toList());
            }
        }

        private void refuseSeveral(List<Path> found, String what, String option) {
            if (found.size() > 1) {
                problems.add(
                        folder.path(),
                        "there are several folders of %s images, %s"
                                .formatted(what, found.stream().map(Folder::name).toList()),
                        "name the one that is meant in the option " + option);
            }
        }

        private void refuseAlone(Path test) {
            problems.add(
                    folder.path(),
                    "there is a folder '%s' of classes, but no folder '%s'"
                            .formatted(Folder.name(test), options.trainFolder()),
                    "add it, or name the folders in the options train-folder and test-folder");
        }

        private void sayUnread(Path train, Optional<Path> test) {
            for (Path each : folder.folders()) {
                if (!each.equals(train) && test.filter(each::equals).isEmpty()) {
                    skipped.note("the folder '%s' is not read".formatted(Folder.name(each)));
                }
            }
            ImageFiles.skip(folder, problems, skipped);
        }

        /** Archives often wrap a folder into another of its name. */
        private Path unwrapped(Path path) {
            Path inner = path;
            for (int depth = 0; depth < DEEPEST; depth++) {
                Folder inside = Folder.list(inner, problems);
                if (inside.folders().size() != 1
                        || ImageFiles.areIn(inside)
                        || !isPart(inside.folders().get(0))) {
                    return inner;
                }
                inner = inside.folders().get(0);
            }
            return inner;
        }
    }
}
