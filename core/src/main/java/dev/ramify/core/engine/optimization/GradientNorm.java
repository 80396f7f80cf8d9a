package dev.ramify.core.engine.optimization;

import dev.ramify.core.engine.kernels.FloatMemory;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The Euclidean norm of all gradients, and what is needed to clip it. Not thread-safe. */
public final class GradientNorm {

    private static final int PIECE = 2048;

    private final FloatMemory[] gradients;
    private final float[] sum = new float[PIECE];
    private final float[] more = new float[PIECE];

    /**
     * @param gradients arrays whose sum is the gradient
     */
    public GradientNorm(List<INDArray> gradients) {
        this.gradients = gradients.stream().map(FloatMemory::of).toArray(FloatMemory[]::new);
    }

    /**
     * Compute the norm, always in the same order of summation.
     *
     * @param lanes number of arrays, from the first on, whose sum is the gradient
     */
    public double value(int lanes) {
        double squares = 0;
        int length = gradients[0].length();
        for (int start = 0; start < length; start += PIECE) {
            int count = Math.min(PIECE, length - start);
            Optimizer.sum(gradients, lanes, start, count, sum, more);
            for (int i = 0; i < count; i++) {
                squares += (double) sum[i] * sum[i];
            }
        }
        return Math.sqrt(squares);
    }

    /** Return the factor that brings the norm down to a limit, 1 if it is within. */
    public double scale(double limit, int lanes) {
        double norm = value(lanes);
        return norm > limit ? limit / norm : 1;
    }
}
