package dev.ramify.cli.bench;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.NodeVisitor;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.WeightedLayer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The weighted layers that see the image itself: nobody needs gradients of their inputs. */
final class FirstLayers {

    private final Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private FirstLayers() {}

    /** Count their multiply-accumulates. */
    static long macs(Architecture architecture) {
        FirstLayers layers = new FirstLayers();
        layers.enter(architecture.nodes());
        return architecture.layers().stream()
                .filter(placed -> layers.found.contains(placed.layer()))
                .mapToLong(FirstLayers::macs)
                .sum();
    }

    private static long macs(PlacedLayer placed) {
        return placed.cost().macs();
    }

    /** Tell whether a weighted layer lies on the way through all nodes. */
    private boolean enter(List<Node> nodes) {
        for (Node node : nodes) {
            if (enter(node)) {
                return true;
            }
        }
        return false;
    }

    private boolean enter(Node node) {
        return node.accept(
                new NodeVisitor<Boolean>() {
                    @Override
                    public Boolean layer(Layer layer) {
                        return layer instanceof WeightedLayer && found.add(layer);
                    }

                    @Override
                    public Boolean sequence(Sequence sequence) {
                        return enter(sequence.nodes());
                    }

                    @Override
                    public Boolean residual(Residual residual) {
                        boolean body = enter(residual.body());
                        return enter(residual.shortcut()) && body;
                    }

                    @Override
                    public Boolean branches(Branches branches) {
                        boolean all = true;
                        for (Branch branch : branches.branches()) {
                            all &= enter(branch.nodes());
                        }
                        return all;
                    }
                });
    }
}
