package dev.ramify.api.recording;

import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.NodeVisitor;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a tree, noting for each branch that holds the layer its kind: the path of the first sibling
 * with equal parts, at every level.
 */
final class BranchKindsReader {

    private final String layer;
    private final Map<String, String> kinds = new HashMap<>();

    private BranchKindsReader(String layer) {
        this.layer = layer;
    }

    /** Return the kind of each branch that holds a layer, by path. */
    static Map<String, String> kinds(List<Node> nodes, String layer) {
        BranchKindsReader reader = new BranchKindsReader(layer);
        reader.read(nodes, "", "");
        return reader.kinds;
    }

    /** Return whether the layer is among the nodes, at any depth. */
    private boolean read(List<Node> nodes, String branch, String kind) {
        boolean found = false;
        for (Node node : nodes) {
            found |= read(node, branch, kind);
        }
        return found;
    }

    private boolean read(Node node, String branch, String kind) {
        return node.accept(
                new NodeVisitor<Boolean>() {
                    @Override
                    public Boolean layer(Layer each) {
                        return each.name().equals(layer);
                    }

                    @Override
                    public Boolean sequence(Sequence sequence) {
                        return read(sequence.nodes(), branch, kind);
                    }

                    @Override
                    public Boolean residual(Residual residual) {
                        List<Node> parts = new ArrayList<>(residual.body());
                        parts.addAll(residual.shortcut());
                        return enter(
                                parts, join(branch, residual.name()), join(kind, residual.name()));
                    }

                    @Override
                    public Boolean branches(Branches branches) {
                        boolean found = false;
                        for (Branch each : branches.branches()) {
                            found |=
                                    enter(
                                            each.nodes(),
                                            join(branch, each.name()),
                                            join(kind, firstLike(each, branches.branches())));
                        }
                        return found;
                    }
                });
    }

    private boolean enter(List<Node> nodes, String branch, String kind) {
        boolean found = read(nodes, branch, kind);
        if (found) {
            kinds.put(branch, kind);
        }
        return found;
    }

    private static String firstLike(Branch branch, List<Branch> siblings) {
        return siblings.stream()
                .filter(other -> other.nodes().equals(branch.nodes()))
                .findFirst()
                .orElse(branch)
                .name();
    }

    private static String join(String scope, String name) {
        return scope.isEmpty() ? name : scope + "/" + name;
    }
}
