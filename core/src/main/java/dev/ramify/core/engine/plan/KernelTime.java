package dev.ramify.core.engine.plan;

/**
 * How long one operation took, in all lanes together.
 *
 * @param operation name of the layer or container
 * @param kernel description of the code that ran
 * @param macs multiply-accumulates of one forward pass over the batch
 * @param forward seconds on the way forward
 * @param backward seconds on the way back
 */
public record KernelTime(
        String operation, String kernel, long macs, double forward, double backward) {

    /** Return the seconds of both ways. */
    public double seconds() {
        return forward + backward;
    }
}
