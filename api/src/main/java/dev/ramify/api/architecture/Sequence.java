package dev.ramify.api.architecture;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Nodes one after another.
 *
 * @param name unique within its branch
 * @param nodes the parts, in order; may be empty, which is the identity
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Sequence(String name, List<Node> nodes) implements Node {

    public Sequence {
        Names.check(name);
        nodes = List.copyOf(nodes);
    }

    @Override
    public Shape output(Shape input) {
        Shape shape = input;
        for (Node node : nodes) {
            shape = node.output(shape);
        }
        return shape;
    }

    /** Return the same sequence of other nodes. */
    public Sequence withNodes(List<Node> others) {
        return new Sequence(name, others);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.sequence(this);
    }
}
