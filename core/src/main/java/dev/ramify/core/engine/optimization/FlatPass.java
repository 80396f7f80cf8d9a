package dev.ramify.core.engine.optimization;

import dev.ramify.core.engine.kernels.Views;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One pass over parameters, gradients and optimizer state in pieces that fit the nearest cache,
 * where plain loops over Java arrays are compiled to vector instructions.
 */
final class FlatPass {

    private static final int PIECE = 2048;

    private final long decayed;
    private final INDArray[] arrays;
    private final FloatBuffer[] buffers;
    private final float[][] pieces;
    private final int length;

    /**
     * @param decayed number of parameters at the beginning to which weight decay applies
     * @param arrays parameters, gradients, state
     */
    FlatPass(long decayed, INDArray... arrays) {
        this.decayed = decayed;
        this.arrays = arrays.clone();
        this.buffers = new FloatBuffer[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            buffers[i] = Views.memory(arrays[i]);
        }
        this.pieces = new float[arrays.length][PIECE];
        this.length = Math.toIntExact(arrays[0].length());
    }

    /** What is done to a piece. */
    @FunctionalInterface
    interface Update {

        /**
         * @param pieces parameters, gradients, state; all but the gradients are written back
         * @param count number of values in the piece
         * @param decays whether weight decay applies
         */
        void apply(float[][] pieces, int count, boolean decays);
    }

    List<INDArray> state() {
        return Arrays.asList(arrays).subList(2, arrays.length);
    }

    void run(Update update) {
        run(update, 0, Math.toIntExact(Math.min(decayed, length)), true);
        run(update, Math.toIntExact(Math.min(decayed, length)), length, false);
    }

    private void run(Update update, int from, int to, boolean decays) {
        for (int start = from; start < to; start += PIECE) {
            int count = Math.min(PIECE, to - start);
            for (int i = 0; i < buffers.length; i++) {
                buffers[i].get(start, pieces[i], 0, count);
            }
            update.apply(pieces, count, decays);
            for (int i = 0; i < buffers.length; i++) {
                if (i != 1) {
                    buffers[i].put(start, pieces[i], 0, count);
                }
            }
        }
    }
}
