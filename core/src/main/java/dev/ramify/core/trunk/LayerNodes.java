package dev.ramify.core.trunk;

import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.Node;
import java.util.ArrayList;
import java.util.List;

/** Makes the nodes of written layers. */
final class LayerNodes {

    private LayerNodes() {}

    /**
     * Make the nodes in order.
     *
     * @param scope path of the block that holds them, for problems; empty on the trunk
     * @throws ArchitectureException naming every layer that cannot exist
     */
    static List<Node> of(List<LayerSpec> layers, LayerNames names, String scope) {
        List<Node> nodes = new ArrayList<>();
        List<ArchitectureException.Problem> problems = new ArrayList<>();
        for (LayerSpec layer : layers) {
            try {
                nodes.add(layer.node(names));
            } catch (ArchitectureException e) {
                e.problems().forEach(p -> problems.add(scope.isEmpty() ? p : p.within(scope)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ArchitectureException(problems);
        }
        return nodes;
    }
}
