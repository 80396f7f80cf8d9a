package dev.ramify.api.metric;

import dev.ramify.api.data.Factor;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What is known of a layer and its samples before any network is trained. Immutable.
 *
 * @param layer name of the layer
 * @param units number of units, at least 1
 * @param branches number of branches that have units, at least 1
 * @param seesImage whether each unit is a filter over all channels of the image
 * @param samples number of samples that will be recorded, at least 1
 * @param classes names of the classes that occur among the images they are taken from
 * @param factors the known factors; may be empty
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Outlook(
        String layer,
        int units,
        int branches,
        boolean seesImage,
        int samples,
        List<String> classes,
        List<Factor> factors) {

    public Outlook {
        classes = List.copyOf(classes);
        factors = List.copyOf(factors);
    }

    /** Return the names of the factors. */
    public List<String> factorNames() {
        return factors.stream().map(Factor::name).toList();
    }
}
