package dev.ramify.api.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A whole network as an immutable tree, from the shape of an image to the logits.
 *
 * <p>Only architectures whose shapes fit can be created. Thread-safe.
 *
 * @param name for people
 * @param input shape of one image
 * @param nodes the parts, in order
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Architecture(String name, Shape input, List<Node> nodes) {

    /**
     * Create, checking that all shapes fit and that layer names are unambiguous.
     *
     * @throws ArchitectureException naming every layer that does not fit and every name used twice
     */
    public Architecture {
        Names.check(name);
        nodes = List.copyOf(nodes);
        List<ArchitectureException.Problem> problems = new ArrayList<>(UniqueNames.problems(nodes));
        try {
            Placement.place(input, nodes);
        } catch (ArchitectureException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new ArchitectureException(problems);
        }
    }

    /** Infer the shape of the output. */
    public Shape output() {
        return new Sequence(name, nodes).output(input);
    }

    /** Return the same architecture with other parts. */
    public Architecture withNodes(List<Node> parts) {
        return new Architecture(name, input, parts);
    }

    /** List every layer in its place, in the order of the tree. */
    public List<PlacedLayer> layers() {
        return Placement.place(input, nodes);
    }

    /**
     * List the weighted layers, those of equal name in sibling branches together, in the order of
     * the tree.
     *
     * @see LayerView
     */
    public List<LayerView> views() {
        Map<String, List<PlacedLayer>> byName = new LinkedHashMap<>();
        for (PlacedLayer placed : layers()) {
            if (placed.layer() instanceof WeightedLayer) {
                byName.computeIfAbsent(placed.layer().name(), key -> new ArrayList<>()).add(placed);
            }
        }
        return byName.entrySet().stream()
                .map(entry -> new LayerView(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Find the weighted layers of one name.
     *
     * @throws ArchitectureException if there is none; it names those there are
     */
    public LayerView view(String layer) {
        List<LayerView> views = views();
        return views.stream()
                .filter(view -> view.name().equals(layer))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ArchitectureException(
                                        name,
                                        "no weighted layer is named '%s'; there are %s"
                                                .formatted(
                                                        layer,
                                                        views.stream()
                                                                .map(LayerView::name)
                                                                .toList())));
    }

    /** Count parameters and multiply-accumulates. */
    public Cost cost() {
        return layers().stream().map(PlacedLayer::cost).reduce(Cost.ZERO, Cost::plus);
    }
}
