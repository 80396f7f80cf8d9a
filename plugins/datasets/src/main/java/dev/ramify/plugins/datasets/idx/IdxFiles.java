package dev.ramify.plugins.datasets.idx;

import dev.ramify.plugins.datasets.files.MemoryBudget;
import dev.ramify.plugins.datasets.files.Problems;
import dev.ramify.plugins.datasets.memory.ByteImages;
import dev.ramify.plugins.datasets.memory.Split;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The four files of a dataset, read and checked against each other. */
record IdxFiles(IdxFile trainImages, IdxFile trainLabels, IdxFile testImages, IdxFile testLabels) {

    /**
     * Find and read the files.
     *
     * @param folder where files are that the options do not name
     * @throws dev.ramify.api.data.DataException if anything is wrong with any of them
     */
    static IdxFiles read(IdxOptions options, Path folder, MemoryBudget budget) {
        Problems problems = new Problems();
        Map<IdxRole, Path> paths = new IdxLocator(options, folder).locate(problems);
        IdxReader reader = new IdxReader(budget);
        List<Optional<IdxFile>> read =
                Stream.of(IdxRole.values())
                        .map(
                                role ->
                                        Optional.ofNullable(paths.get(role))
                                                .flatMap(p -> reader.read(p, role, problems)))
                        .toList();
        problems.throwIfAny();
        List<IdxFile> whole = read.stream().flatMap(Optional::stream).toList();
        IdxFiles files = new IdxFiles(whole.get(0), whole.get(1), whole.get(2), whole.get(3));
        files.checkTogether(options.classes(), problems);
        problems.throwIfAny();
        return files;
    }

    /** Return the images with their labels. */
    Split split() {
        return new Split(
                new ByteImages(trainImages.items(), trainLabels.numbers()),
                new ByteImages(testImages.items(), testLabels.numbers()));
    }

    /** Return the digests of the files by name, or by path where two have the same name. */
    Map<String, String> digests() {
        List<IdxFile> files = List.of(trainImages, trainLabels, testImages, testLabels);
        long names = files.stream().map(f -> f.path().getFileName()).distinct().count();
        Map<String, String> digests = new LinkedHashMap<>();
        for (IdxFile file : files) {
            Path shown = names == files.size() ? file.path().getFileName() : file.path();
            digests.put(String.valueOf(shown), file.sha256());
        }
        return digests;
    }

    private void checkTogether(List<String> classes, Problems problems) {
        checkCounts(trainImages, trainLabels, problems);
        checkCounts(testImages, testLabels, problems);
        if (!trainImages.header().side().equals(testImages.header().side())) {
            problems.add(
                    testImages.path(),
                    "found images of %s, expected %s as for training"
                            .formatted(testImages.header().side(), trainImages.header().side()),
                    "use files that belong together");
        }
        int named = classes.isEmpty() ? trainLabels.highest() + 1 : classes.size();
        if (named < 2) {
            problems.add(
                    trainLabels.path(),
                    "found the label 0 alone, expected at least two classes",
                    "use a file with several classes");
        }
        checkLabels(trainLabels, named, problems);
        checkLabels(testLabels, named, problems);
    }

    private static void checkCounts(IdxFile images, IdxFile labels, Problems problems) {
        int found = labels.header().count();
        int expected = images.header().count();
        if (found != expected) {
            problems.add(
                    labels.path(),
                    "found %,d labels, expected %,d, one for each image in %s"
                            .formatted(found, expected, images.path()),
                    "use two files that belong together");
        }
    }

    private static void checkLabels(IdxFile labels, int classes, Problems problems) {
        if (labels.highest() >= classes) {
            problems.add(
                    labels.path(),
                    "found label %d, expected 0 to %d".formatted(labels.highest(), classes - 1),
                    "name every class in the option classes, or use files that belong together");
        }
    }
}
