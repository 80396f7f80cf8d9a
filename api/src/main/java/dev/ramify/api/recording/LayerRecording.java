package dev.ramify.api.recording;

import java.util.Arrays;
import java.util.List;
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
 * @param gating how much of each branch a router let through, {@code [samples, branches]} in the
 *     order of the assignment's branches; null where nothing routes
 * @param given the family of every unit as somebody gave it, an empty text for a unit without one;
 *     null where nobody did
 * @param routing which experts a router chose; null where none did. An expert is a branch
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LayerRecording(
        String layer,
        Assignment assignment,
        Activations activations,
        @Nullable INDArray filters,
        @Nullable INDArray gating,
        @Nullable List<String> given,
        @Nullable ExpertRouting routing) {

    public LayerRecording {
        given = given == null ? null : List.copyOf(given);
        if (assignment.units() != activations.units()) {
            throw new IllegalArgumentException(
                    "layer '%s' has %d units in its assignment but %d in its activations"
                            .formatted(layer, assignment.units(), activations.units()));
        }
        if (given != null && given.size() != assignment.units()) {
            throw new IllegalArgumentException(
                    "layer '%s' has %d units but %d of them are given families"
                            .formatted(layer, assignment.units(), given.size()));
        }
        if (routing != null && routing.use().experts() != assignment.branches().size()) {
            throw new IllegalArgumentException(
                    "layer '%s' has %d experts but %d branches"
                            .formatted(
                                    layer, routing.use().experts(), assignment.branches().size()));
        }
        if (gating != null) {
            long samples = activations.samples() == 0 ? gating.size(0) : activations.samples();
            long[] expected = {samples, assignment.branches().size()};
            if (!Arrays.equals(gating.shape(), expected)) {
                throw new IllegalArgumentException(
                        "layer '%s' has gates of shape %s, but its samples and branches are %s"
                                .formatted(
                                        layer,
                                        Arrays.toString(gating.shape()),
                                        Arrays.toString(expected)));
            }
        }
    }

    /** Create a recording of a layer without experts. */
    public LayerRecording(
            String layer,
            Assignment assignment,
            Activations activations,
            @Nullable INDArray filters,
            @Nullable INDArray gating,
            @Nullable List<String> given) {
        this(layer, assignment, activations, filters, gating, given, null);
    }

    /** Create a recording of a layer to whose units nobody gave families. */
    public LayerRecording(
            String layer,
            Assignment assignment,
            Activations activations,
            @Nullable INDArray filters,
            @Nullable INDArray gating) {
        this(layer, assignment, activations, filters, gating, null, null);
    }

    /** Create a recording of a layer whose branches are not gated. */
    public LayerRecording(
            String layer,
            Assignment assignment,
            Activations activations,
            @Nullable INDArray filters) {
        this(layer, assignment, activations, filters, null, null, null);
    }

    /** Return the incoming weights, where all units have equally many. */
    public Optional<INDArray> weights() {
        return Optional.ofNullable(filters);
    }

    /** Return the gates {@code [samples, branches]}, where a router weighs the branches. */
    public Optional<INDArray> gates() {
        return Optional.ofNullable(gating);
    }

    /** Return the family of every unit, an empty text for none, where somebody gave them. */
    public Optional<List<String>> families() {
        return Optional.ofNullable(given);
    }

    /** Return what a router chose, where the branches are experts. */
    public Optional<ExpertRouting> experts() {
        return Optional.ofNullable(routing);
    }

    /** Return the same recording with what a router chose. */
    public LayerRecording withExperts(ExpertRouting other) {
        return new LayerRecording(layer, assignment, activations, filters, gating, given, other);
    }

    /** Return the same recording with a family for every unit, an empty text for none. */
    public LayerRecording withFamilies(List<String> families) {
        return new LayerRecording(
                layer, assignment, activations, filters, gating, families, routing);
    }

    /** Return the same recording with other incoming weights. */
    public LayerRecording withWeights(INDArray weights) {
        return new LayerRecording(layer, assignment, activations, weights, gating, given, routing);
    }

    /** Return the same recording with gates {@code [samples, branches]}. */
    public LayerRecording withGates(INDArray gates) {
        return new LayerRecording(layer, assignment, activations, filters, gates, given, routing);
    }

    /** Return the same recording under another division into branches. */
    public LayerRecording withAssignment(Assignment other) {
        return new LayerRecording(layer, other, activations, filters, gating, given, routing);
    }
}
