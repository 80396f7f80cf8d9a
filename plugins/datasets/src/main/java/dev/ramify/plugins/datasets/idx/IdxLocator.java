package dev.ramify.plugins.datasets.idx;

import dev.ramify.plugins.datasets.files.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Finds the four files of a dataset: those that the options name, and the others in a folder. */
final class IdxLocator {

    private final IdxOptions options;
    private final Path folder;

    IdxLocator(IdxOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Find the files; those that are missing go to the problems. */
    Map<IdxRole, Path> locate(Problems problems) {
        Map<IdxRole, Path> paths = new EnumMap<>(IdxRole.class);
        for (IdxRole role : IdxRole.values()) {
            Path given = role.given(options);
            Optional<Path> path = given == null ? inFolder(role) : Optional.of(given);
            if (path.isPresent()) {
                paths.put(role, path.get());
            } else {
                problems.add(
                        folder,
                        "there is no file of %s here; expected %s, gzipped or not"
                                .formatted(role, role.standardName()),
                        "run 'ramify data get idx' for Fashion-MNIST, or set the option path to"
                                + " the folder that has the files");
            }
        }
        return paths;
    }

    private Optional<Path> inFolder(IdxRole role) {
        return role.fileNames().stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
