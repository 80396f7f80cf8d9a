package dev.ramify.api.findings;

import dev.ramify.api.architecture.Shape;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a study found: the input of every visualizer. Immutable; larger parts are read when asked
 * for.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Findings {

    /** Return the name of the study. */
    String study();

    /** Return the dataset's id, with the options that matter, for captions. */
    String dataset();

    /** Return the shape of an image. */
    Shape imageShape();

    /** Return the variants, in the order of the pipeline. */
    List<VariantFindings> variants();
}
