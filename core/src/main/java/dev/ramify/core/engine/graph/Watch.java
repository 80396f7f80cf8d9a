package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.ScaleShift;
import java.util.List;

/**
 * Layers side by side whose units are to be observed once what follows them has been applied.
 *
 * @param paths of the layers, in the order of their channels
 * @param point where units are observed
 */
record Watch(List<String> paths, Observation.Point point) {

    /** Observe one node where it ends. */
    static Watch ofEnd(String path) {
        return new Watch(List.of(path), Observation.Point.PREACTIVATION);
    }

    /** Return the same for one of the layers. */
    Watch of(int layer) {
        return new Watch(List.of(paths.get(layer)), point);
    }

    /** Tell whether a node still belongs to the layers. */
    boolean covers(Node next) {
        return point == Observation.Point.ACTIVATION
                && (next instanceof BatchNormalization
                        || next instanceof ScaleShift
                        || next instanceof Activation);
    }
}
