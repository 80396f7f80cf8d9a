package dev.ramify.plugins.datasets.cifar;

import dev.ramify.plugins.datasets.files.Problems;
import java.nio.file.Path;
import java.util.Map;

/** A place that holds the files of a layout. */
sealed interface CifarSource permits CifarFolder, CifarArchive {

    /** Return the folder or the archive. */
    Path path();

    /**
     * Hand every file of the layout to a reader; what is wrong goes to the problems.
     *
     * @return SHA-256 digests by file name
     */
    Map<String, String> readInto(BatchReader reader, Problems problems);
}
