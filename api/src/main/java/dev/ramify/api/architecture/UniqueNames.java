package dev.ramify.api.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for names that would stand for two things. */
final class UniqueNames {

    private static final String TWICE = "the name is used twice; give one of them another name";

    private final List<ArchitectureException.Problem> problems = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private final Map<String, String> pathOfLayer = new HashMap<>();

    private UniqueNames() {}

    static List<ArchitectureException.Problem> problems(List<Node> nodes) {
        UniqueNames names = new UniqueNames();
        names.visit(nodes, "", "");
        return names.problems;
    }

    private void visit(List<Node> nodes, String scope, String branch) {
        for (Node node : nodes) {
            visit(node, scope, branch);
        }
    }

    private void visit(Node node, String scope, String branch) {
        String path = Names.join(scope, node.name());
        if (paths.add(path)) {
            node.accept(new Inside(path, scope, branch));
        } else {
            problems.add(new ArchitectureException.Problem(path, TWICE));
        }
    }

    private final class Inside implements NodeVisitor<UniqueNames> {

        private final String path;
        private final String scope;
        private final String branch;

        Inside(String path, String scope, String branch) {
            this.path = path;
            this.scope = scope;
            this.branch = branch;
        }

        @Override
        public UniqueNames layer(Layer layer) {
            visitLayer(layer.name(), path, branch);
            return UniqueNames.this;
        }

        @Override
        public UniqueNames sequence(Sequence sequence) {
            visit(sequence.nodes(), scope, branch);
            return UniqueNames.this;
        }

        @Override
        public UniqueNames residual(Residual residual) {
            String inside = Names.join(branch, residual.name());
            visit(residual.body(), path, inside);
            visit(residual.shortcut(), path, inside);
            return UniqueNames.this;
        }

        @Override
        public UniqueNames branches(Branches branches) {
            for (Branch each : branches.branches()) {
                visit(each.nodes(), Names.join(path, each.name()), Names.join(branch, each.name()));
            }
            return UniqueNames.this;
        }
    }

    /** A layer is known by its branch and name, since branches of one name are one branch. */
    private void visitLayer(String name, String path, String branch) {
        String earlier = pathOfLayer.putIfAbsent(Names.join(branch, name), path);
        if (earlier != null) {
            problems.add(
                    new ArchitectureException.Problem(
                            path,
                            "the layer '%s' of the same name lies in a branch of the same name; give one of them another name"
                                    .formatted(earlier)));
        }
    }
}
