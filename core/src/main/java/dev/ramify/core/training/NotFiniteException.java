package dev.ramify.core.training;

/** Says that training left the finite numbers: where and when. */
public final class NotFiniteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final String layer;

    /**
     * @param epoch number of the epoch, the first being 1
     * @param step number of the step in the epoch, the first being 1
     * @param layer path of the first layer whose output was not finite
     */
    public NotFiniteException(int epoch, int step, String layer) {
        super(
                "the loss was not a finite number in epoch %d, step %d; the first layer with such an output was '%s'"
                        .formatted(epoch, step, layer));
        this.epoch = epoch;
        this.layer = layer;
    }

    /** Return the number of the epoch. */
    public int epoch() {
        return epoch;
    }

    /** Return the path of the layer. */
    public String layer() {
        return layer;
    }
}
