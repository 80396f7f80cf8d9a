package dev.ramify.api.recording;

import dev.ramify.api.data.Factor;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a network did with a set of samples.
 *
 * @param layers the recorded layers, in the order of the network
 * @param classes names of the classes
 * @param labels the class of every sample
 * @param factors the known factors
 * @param levels the level of every sample in every factor: {@code int[factors][samples]}
 * @param inputDeviation the standard deviation that each input channel was divided by; ones if it
 *     was not
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Recording(
        List<LayerRecording> layers,
        List<String> classes,
        int[] labels,
        List<Factor> factors,
        int[][] levels,
        double[] inputDeviation) {

    public Recording {
        layers = List.copyOf(layers);
        classes = List.copyOf(classes);
        factors = List.copyOf(factors);
    }

    /** Find a recorded layer. */
    public Optional<LayerRecording> layer(String name) {
        return layers.stream().filter(each -> each.layer().equals(name)).findFirst();
    }
}
