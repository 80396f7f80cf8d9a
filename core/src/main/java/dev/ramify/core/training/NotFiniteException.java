package dev.ramify.core.training;

/** Says that training left the finite numbers: where and when. */
public final class NotFiniteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final String layer;

    private NotFiniteException(int epoch, String layer, String found) {
        super(
                "%s; a lower learning rate (training.optimizer.rate) or training.clip may help"
                        .formatted(found));
        this.epoch = epoch;
        this.layer = layer;
    }

    /**
     * The loss of a step was not finite.
     *
     * @param epoch number of the epoch, the first being 1
     * @param step number of the step in the epoch, the first being 1
     * @param layer path of the first layer whose output was not finite
     */
    static NotFiniteException ofStep(int epoch, int step, String layer) {
        return new NotFiniteException(
                epoch,
                layer,
                "the loss was not a finite number in epoch %d, step %d; the first layer with such an output was '%s'"
                        .formatted(epoch, step, layer));
    }

    /**
     * A parameter was not finite after an epoch.
     *
     * @param name of the parameter, as {@code LAYER:ROLE}
     */
    static NotFiniteException ofParameters(int epoch, String name) {
        String layer = name.substring(0, Math.max(0, name.lastIndexOf(':')));
        return new NotFiniteException(
                epoch,
                layer,
                "the parameters of layer '%s' (%s) were not finite numbers after epoch %d"
                        .formatted(layer, name.substring(name.lastIndexOf(':') + 1), epoch));
    }

    /** The loss of the test images was not finite after an epoch. */
    static NotFiniteException ofTest(int epoch) {
        return new NotFiniteException(
                epoch,
                "logits",
                "the loss of the test images was not a finite number after epoch %d, though all parameters were"
                        .formatted(epoch));
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
