package dev.ramify.core.engine.optimization;

import dev.ramify.core.engine.kernels.Views;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The Euclidean norm of all gradients, and what is needed to clip it. Not thread-safe. */
public final class GradientNorm {

    private static final int PIECE = 2048;

    private final FloatBuffer buffer;
    private final float[] piece = new float[PIECE];

    public GradientNorm(INDArray gradients) {
        buffer = Views.memory(gradients);
    }

    /** Compute the norm, always in the same order of summation. */
    public double value() {
        double sum = 0;
        for (int start = 0; start < buffer.capacity(); start += PIECE) {
            int count = Math.min(PIECE, buffer.capacity() - start);
            buffer.get(start, piece, 0, count);
            for (int i = 0; i < count; i++) {
                sum += (double) piece[i] * piece[i];
            }
        }
        return Math.sqrt(sum);
    }

    /** Return the factor that brings the norm down to a limit, 1 if it is within. */
    public double scale(double limit) {
        double norm = value();
        return norm > limit ? limit / norm : 1;
    }
}
