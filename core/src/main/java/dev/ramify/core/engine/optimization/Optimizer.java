package dev.ramify.core.engine.optimization;

import dev.ramify.core.engine.kernels.FloatMemory;
import dev.ramify.core.machine.Crew;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Changes parameters along their gradients, all in one pass.
 *
 * <p>The pass goes in pieces that fit the nearest cache, where plain loops over Java arrays are
 * compiled to vector instructions, and sums the gradients of all lanes on the way. Every value is
 * computed by itself, so threads can share the pass without any effect on the result. Used by one
 * thread at a time.
 */
public final class Optimizer {

    private static final int PIECE = 2048;

    private final Update update;
    private final List<INDArray> state;
    private final FloatMemory values;
    private final FloatMemory[] gradients;
    private final FloatMemory[] states;
    private final int decayed;
    private final int length;
    private int lanes;
    private Pieces[] pieces = new Pieces[0];
    private final Crew.Tasks tasks =
            new Crew.Tasks() {
                @Override
                public int count() {
                    return pieces.length;
                }

                @Override
                public void run(int index) {
                    pass(pieces[index], index);
                }
            };

    Optimizer(
            OptimizerSpec spec,
            INDArray values,
            List<INDArray> gradients,
            List<INDArray> state,
            long decayed) {
        this.update = spec.update();
        this.state = state;
        this.values = FloatMemory.of(values);
        this.gradients = memories(gradients);
        this.states = memories(state);
        this.length = Math.toIntExact(values.length());
        this.decayed = Math.toIntExact(Math.min(decayed, length));
    }

    private static FloatMemory[] memories(List<INDArray> arrays) {
        return arrays.stream().map(FloatMemory::of).toArray(FloatMemory[]::new);
    }

    /** Working arrays of one thread. */
    private record Pieces(float[] values, float[] gradient, float[] more, float[][] state) {

        static Pieces of(int states) {
            return new Pieces(
                    new float[PIECE], new float[PIECE], new float[PIECE], new float[states][PIECE]);
        }
    }

    /** Return the state, which a checkpoint must keep: arrays as long as the parameters. */
    public List<INDArray> state() {
        return state;
    }

    /**
     * Take one step.
     *
     * @param number of the step, the first being 1
     * @param rate learning rate
     * @param scale factor that is applied to the gradients first, for clipping
     * @param lanesUsed number of arrays, from the first on, whose sum is the gradient
     * @param crew threads that share the pass
     */
    public void step(long number, double rate, double scale, int lanesUsed, Crew crew) {
        if (pieces.length != crew.size()) {
            pieces = new Pieces[crew.size()];
            for (int i = 0; i < pieces.length; i++) {
                pieces[i] = Pieces.of(states.length);
            }
        }
        lanes = lanesUsed;
        update.begin(number, rate, scale);
        crew.run(tasks);
    }

    /** Take every so manieth piece, starting with one of the first. */
    private void pass(Pieces own, int share) {
        int stride = PIECE * pieces.length;
        for (int start = share * PIECE; start < length; start += stride) {
            int end = Math.min(start + PIECE, length);
            if (start < decayed && decayed < end) {
                piece(own, start, decayed, true);
                piece(own, decayed, end, false);
            } else {
                piece(own, start, end, start < decayed);
            }
        }
    }

    private void piece(Pieces own, int start, int end, boolean decays) {
        int count = end - start;
        values.get(start, own.values(), 0, count);
        sum(gradients, lanes, start, count, own.gradient(), own.more());
        for (int i = 0; i < states.length; i++) {
            states[i].get(start, own.state()[i], 0, count);
        }
        update.apply(own.values(), own.gradient(), own.state(), count, decays);
        values.put(start, own.values(), 0, count);
        for (int i = 0; i < states.length; i++) {
            states[i].put(start, own.state()[i], 0, count);
        }
    }

    /** Sum the gradients of the lanes, always in the same order. */
    static void sum(
            FloatMemory[] gradients, int lanes, int start, int count, float[] sum, float[] more) {
        gradients[0].get(start, sum, 0, count);
        for (int lane = 1; lane < lanes; lane++) {
            gradients[lane].get(start, more, 0, count);
            for (int i = 0; i < count; i++) {
                sum[i] += more[i];
            }
        }
    }
}
