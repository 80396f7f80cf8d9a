package dev.ramify.core.engine.optimization;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Changes parameters along their gradients, all in one pass.
 *
 * <p>Keeps its state in flat arrays laid out as the parameters are. Not thread-safe.
 */
public interface Optimizer {

    /** Return the state, which a checkpoint must keep: arrays as long as the parameters. */
    List<INDArray> state();

    /**
     * Take one step.
     *
     * @param number of the step, the first being 1
     * @param rate learning rate
     * @param scale factor that is applied to the gradients first, for clipping
     */
    void step(long number, double rate, double scale);
}
