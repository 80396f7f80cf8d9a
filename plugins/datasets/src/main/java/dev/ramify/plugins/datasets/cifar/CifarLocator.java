package dev.ramify.plugins.datasets.cifar;

import dev.ramify.api.data.DataException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the files of a layout from where a user points. */
final class CifarLocator {

    private final CifarLayout layout;

    CifarLocator(CifarLayout layout) {
        this.layout = layout;
    }

    /**
     * Find the batches at, or the folder or archive in, a place.
     *
     * @throws DataException if there is nothing of the kind
     */
    CifarSource locate(Path place) {
        if (Files.isRegularFile(place)) {
            return new CifarArchive(place, layout);
        }
        Path folder = place.resolve(layout.folder());
        Path archive = place.resolve(layout.download().fileName());
        if (holdsBatch(place)) {
            return new CifarFolder(place, layout);
        }
        if (holdsBatch(folder)) {
            return new CifarFolder(folder, layout);
        }
        if (Files.isRegularFile(archive)) {
            return new CifarArchive(archive, layout);
        }
        throw new DataException(place.toString(), nothingAt(place), layout.howToGet());
    }

    private boolean holdsBatch(Path folder) {
        return layout.files().stream().anyMatch(f -> Files.isRegularFile(folder.resolve(f.name())));
    }

    private String nothingAt(Path place) {
        String expected =
                "expected %s, or the archive %s"
                        .formatted(
                                String.join(
                                        ", ",
                                        layout.files().stream()
                                                .map(CifarLayout.BatchFile::name)
                                                .toList()),
                                layout.download().fileName());
        if (!Files.exists(place)) {
            return "this does not exist; " + expected;
        }
        if (holdsPythonVersion(place)) {
            return layout.pythonVersion() + "; " + expected;
        }
        return "there is no %s here; %s".formatted(layout.title(), expected);
    }

    private boolean holdsPythonVersion(Path place) {
        String pythonFolder = layout.folder().replaceAll("-(batches-bin|binary)$", "");
        return layout.files().stream()
                        .map(f -> f.name().replace(".bin", ""))
                        .anyMatch(name -> Files.isRegularFile(place.resolve(name)))
                || Files.exists(place.resolve(pythonFolder + "-python.tar.gz"))
                || Files.exists(place.resolve(pythonFolder + "-batches-py"))
                || Files.exists(place.resolve(pythonFolder + "-python"));
    }
}
