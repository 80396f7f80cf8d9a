package dev.ramify.api.recording;

import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What was recorded of one named layer.
 *
 * @param layer name of the layer, shared by its parts in all branches
 * @param assignment the branch of every unit
 * @param activations one value per sample and unit: after the normalization and activation that
 *     follow the layer, maps reduced over space
 * @param filters the incoming weights {@code [units, inputs, height, width]} or {@code [units,
 *     inputs]} where all units have equally many, else null
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LayerRecording(
        String layer, Assignment assignment, Activations activations, @Nullable INDArray filters) {

    public LayerRecording {
        if (assignment.units() != activations.units()) {
            throw new IllegalArgumentException(
                    "layer '%s' has %d units in its assignment but %d in its activations"
                            .formatted(layer, assignment.units(), activations.units()));
        }
    }

    /** Return the incoming weights, where all units have equally many. */
    public Optional<INDArray> weights() {
        return Optional.ofNullable(filters);
    }

    /** Return the same recording with other incoming weights. */
    public LayerRecording withWeights(INDArray weights) {
        return new LayerRecording(layer, assignment, activations, weights);
    }

    /** Return the same recording under another division into branches. */
    public LayerRecording withAssignment(Assignment other) {
        return new LayerRecording(layer, other, activations, filters);
    }
}
