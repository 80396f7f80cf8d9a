package dev.ramify.plugins.datasets.cifar;

import dev.ramify.api.data.Download;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of CIFAR lies in files (Krizhevsky 2009, <a
 * href="https://www.cs.toronto.edu/~kriz/cifar.html">the format</a>): records of one or two label
 * bytes and 3072 bytes of red, green and blue, row by row.
 *
 * @param id the provider's id
 * @param title the name for people
 * @param folder the folder that the archive holds
 * @param download the archive
 * @param train files of training images, in order
 * @param test files of test images
 * @param classes names by label
 * @param superclasses names by coarse label, which stands before the label; empty where there is
 *     none
 */
record CifarLayout(
        String id,
        String title,
        String folder,
        Download download,
        List<BatchFile> train,
        List<BatchFile> test,
        List<String> classes,
        List<String> superclasses) {

    static final int SIDE = 32;
    static final int CHANNELS = 3;
    static final int IMAGE_BYTES = CHANNELS * SIDE * SIDE;

    /**
     * One file of records.
     *
     * @param name its name
     * @param records how many records it has
     * @param sha256 the published digest, where known
     */
    record BatchFile(String name, int records, @Nullable String sha256) {}

    /** Return all files, those of training images first. */
    List<BatchFile> files() {
        return Stream.concat(train.stream(), test.stream()).toList();
    }

    /** Find a file by name. */
    Optional<BatchFile> file(String name) {
        return files().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Return the number of label bytes of a record. */
    int labelBytes() {
        return superclasses.isEmpty() ? 1 : 2;
    }

    /** Return the size of a record. */
    int recordBytes() {
        return labelBytes() + IMAGE_BYTES;
    }

    /** Return the exact size of a file. */
    int bytes(BatchFile file) {
        return file.records() * recordBytes();
    }

    /** Return the size of all files together. */
    long totalBytes() {
        return files().stream().mapToLong(this::bytes).sum();
    }

    /** Tell whether an entry of an archive is one of the version that Python's pickles make up. */
    boolean isOfPython(String entry) {
        String inner = entry.substring(entry.lastIndexOf('/') + 1);
        String outer = entry.substring(0, entry.length() - inner.length());
        String stem = folder.replaceAll("-(batches-bin|binary)$", "");
        boolean folded =
                List.of(stem + "-batches-py/", stem + "-python/").stream()
                        .anyMatch(outer::endsWith);
        return folded
                || inner.equals("batches.meta")
                || file(inner + ".bin").isPresent() && !inner.isEmpty();
    }

    /** Say that the version that Python's pickles make up is not read. */
    String pythonVersion() {
        return "this is the Python version of %s, whose pickles are never read; expected the binary version"
                .formatted(title);
    }

    /** Say how to get the data. */
    String howToGet() {
        return "run 'ramify data get %s', or get %s (%,d bytes) from %s and set the option path to it"
                .formatted(id, download.fileName(), download.bytes(), download.from());
    }
}
