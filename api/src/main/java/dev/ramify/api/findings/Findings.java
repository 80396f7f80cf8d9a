package dev.ramify.api.findings;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.metric.MetricProfile;
import java.util.List;
import java.util.Map;
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

    /** Return the profile of every metric of single networks, by the name that its values carry. */
    default Map<String, MetricProfile> profiles() {
        return Map.of();
    }

    /** Return what comparing the networks of all variants that are no controls gave. */
    default Comparisons comparisons() {
        return Comparisons.NONE;
    }

    /** Return the samples that were recorded, in the order of the recordings' rows. */
    default Samples samples() {
        return Samples.UNKNOWN;
    }
}
