package dev.ramify.core.engine.graph;

/**
 * What a plan is for.
 *
 * @param statistics which mean and variance normalizations use
 * @param dropout whether dropout is drawn; otherwise it is the identity
 * @param derivatives with respect to what gradients are computed on the way back
 */
public record Purpose(Statistics statistics, boolean dropout, Derivatives derivatives) {

    /** Forward and backward, with dropout and the batch's own statistics. */
    public static final Purpose TRAINING =
            new Purpose(Statistics.BATCH, true, Derivatives.OF_PARAMETERS);

    /** Forward alone, without dropout and with running statistics. */
    public static final Purpose INFERENCE =
            new Purpose(Statistics.RUNNING, false, Derivatives.NONE);

    /** Which mean and variance a normalization uses. */
    public enum Statistics {
        /** Those of the batch; the running ones follow them. */
        BATCH,
        /** The running ones, which stay as they are. */
        RUNNING
    }

    /** Return the same with other derivatives. */
    public Purpose with(Derivatives others) {
        return new Purpose(statistics, dropout, others);
    }

    /** Return the statistics that one operation uses: those of frozen normalizations stay. */
    public Statistics statistics(Operation operation) {
        boolean frozen =
                derivatives.parameters()
                        && operation instanceof Operation.Normalize normalize
                        && derivatives.isFrozen(normalize.scale());
        return frozen ? Statistics.RUNNING : statistics;
    }
}
