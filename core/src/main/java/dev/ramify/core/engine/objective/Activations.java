package dev.ramify.core.engine.objective;

/** The values at all taps of a network, over a whole batch. */
public interface Activations {

    /** Return the number of samples in the batch. */
    int samples();

    /**
     * Return the units of one layer.
     *
     * @param path of the layer; {@link dev.ramify.core.engine.graph.Site#INPUT} for the images and
     *     {@link dev.ramify.core.engine.graph.Site#LOGITS} for the logits
     * @throws IllegalArgumentException if it has no tap
     */
    Activation of(String path);
}
