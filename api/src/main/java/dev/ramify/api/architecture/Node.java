package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * A part of an architecture: a layer, or a composition of nodes.
 *
 * <p>Nodes are immutable values. Shape, parameters and cost follow from the node and the shape of
 * its input alone.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Node permits Layer, Sequence, Branches, Residual {

    /**
     * Return the name, unique among the nodes of one branch; it may be a path, its parts separated
     * by {@code /}.
     */
    String name();

    /**
     * Infer the shape of the output.
     *
     * @throws ArchitectureException if the node cannot take this input; it names every such layer
     */
    Shape output(Shape input);

    /** Let a visitor see what kind of node this is. */
    <R> R accept(NodeVisitor<R> visitor);
}
