package dev.ramify.api.data;

import dev.ramify.api.architecture.Shape;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Images with classes and factors, divided into those trained on and those kept for tests. Safe for
 * use by several threads.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Dataset extends AutoCloseable {

    /** Return the shape of every image. */
    Shape shape();

    /** Return the names of the classes, at least two. */
    List<String> classes();

    /** Return the known factors; may be empty. */
    List<Factor> factors();

    /** Return the images to train on. */
    Examples train();

    /** Return the images to test on, none of which is trained on. */
    Examples test();

    /**
     * Return what the data are, for provenance: file names with SHA-256 digests, or the digest of
     * what was generated.
     */
    Map<String, String> digests();

    /**
     * Return what people should know of how the data were read, one sentence each: which parts were
     * taken for what, and how many files were not read, by reason.
     */
    default List<String> notes() {
        return List.of();
    }

    /** Release files. */
    @Override
    void close();
}
