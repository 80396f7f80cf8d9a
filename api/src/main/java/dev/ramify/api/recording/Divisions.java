package dev.ramify.api.recording;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.LayerView;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The divisions of a network's layers by which its units are measured: those that it was built
 * with, or any others of as many units.
 *
 * <p>A shuffle control is measured by the divisions of the network that it is compared with; a
 * trained network without branches by clusters of its units. Immutable and thread-safe.
 *
 * @param layers the division of each weighted layer, by name
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Divisions(Map<String, Division> layers) {

    public Divisions {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /** Read off an architecture into which of its branches the units of each layer fall. */
    public static Divisions of(Architecture architecture) {
        Map<String, Division> layers = new LinkedHashMap<>();
        for (LayerView view : architecture.views()) {
            Assignment assignment = Assignment.of(view);
            Map<String, String> kinds = BranchKindsReader.kinds(architecture.nodes(), view.name());
            layers.put(
                    view.name(),
                    new Division(
                            assignment,
                            assignment.branches().stream()
                                    .map(branch -> kinds.getOrDefault(branch, ""))
                                    .toList()));
        }
        return new Divisions(layers);
    }

    /** Return the division of a layer, if it has one. */
    public Optional<Division> find(String layer) {
        return Optional.ofNullable(layers.get(layer));
    }

    /**
     * Return the division of a layer.
     *
     * @throws IllegalArgumentException if it has none; the message names those that have
     */
    public Division of(String layer) {
        return find(layer)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no layer '%s' is divided; there are %s"
                                                .formatted(layer, List.copyOf(layers.keySet()))));
    }

    /** Return the same with another division of one layer. */
    public Divisions with(String layer, Division division) {
        Map<String, Division> changed = new LinkedHashMap<>(layers);
        changed.put(layer, division);
        return new Divisions(changed);
    }

    /**
     * Take over the divisions of another network, for every layer that both have with as many
     * units; other layers keep their own.
     */
    public Divisions takenFrom(Divisions other) {
        Map<String, Division> taken = new LinkedHashMap<>(layers);
        taken.replaceAll(
                (layer, own) ->
                        other.find(layer)
                                .filter(theirs -> theirs.units() == own.units())
                                .orElse(own));
        return new Divisions(taken);
    }
}
