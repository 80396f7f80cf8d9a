package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Tells the kinds of nodes apart; all must be dealt with, or the code does not compile.
 *
 * @param <R> what is made of a node
 * @see LayerVisitor
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface NodeVisitor<R> {

    /** Visit a node without parts. */
    R layer(Layer layer);

    /** Visit nodes one after another. */
    R sequence(Sequence sequence);

    /** Visit a residual block. */
    R residual(Residual residual);

    /** Visit parallel branches. */
    R branches(Branches branches);

    /**
     * Tells some kinds of nodes apart, and takes the rest together: what plugins use, so that they
     * go on working where a later version knows more kinds.
     *
     * @param <R> what is made of a node
     */
    interface WithDefault<R> extends NodeVisitor<R> {

        /** Visit a node of any kind that has no method of its own here. */
        R otherwise(Node node);

        @Override
        default R layer(Layer layer) {
            return otherwise(layer);
        }

        @Override
        default R sequence(Sequence sequence) {
            return otherwise(sequence);
        }

        @Override
        default R residual(Residual residual) {
            return otherwise(residual);
        }

        @Override
        default R branches(Branches branches) {
            return otherwise(branches);
        }
    }
}
