package dev.ramify.api.architecture;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A residual block: its body is added to its shortcut (He et al. 2015, arXiv 1512.03385).
 *
 * <p>The body counts as a branch named after the block, which writes to the stream that it shares
 * with the blocks before and after it.
 *
 * @param name unique within its branch
 * @param body the residual function
 * @param shortcut the way past it; empty is the identity
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Residual(String name, List<Node> body, @Default("[]") List<Node> shortcut)
        implements Node {

    public Residual {
        Names.check(name);
        body = List.copyOf(body);
        shortcut = List.copyOf(shortcut);
    }

    @Override
    public Shape output(Shape input) {
        Shape added = inside(body, input);
        Shape passed = inside(shortcut, input);
        Check.that(
                added.equals(passed),
                name,
                "the body gives %s but the shortcut gives %s; they must agree to be added",
                added,
                passed);
        return added;
    }

    private Shape inside(List<Node> nodes, Shape input) {
        return ArchitectureException.within(name, () -> new Sequence(name, nodes).output(input));
    }

    /** Return the same block with another body and shortcut. */
    public Residual withParts(List<Node> otherBody, List<Node> otherShortcut) {
        return new Residual(name, otherBody, otherShortcut);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.residual(this);
    }
}
