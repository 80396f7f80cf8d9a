package dev.ramify.core.machine;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Loads the native libraries and measures how fast they multiply matrices. */
public final class MatrixProbe {

    private static final int SIZE = 768;
    private static final int ROUNDS = 5;

    /**
     * What was found.
     *
     * @param backend name of ND4J's backend
     * @param blas name of the library that multiplies matrices
     * @param gflops 10^9 floating-point operations per second of the fastest of a few products of
     *     {@code float} matrices
     */
    public record Result(String backend, String blas, double gflops) {}

    /**
     * Measure; takes a second or two.
     *
     * @throws IllegalStateException if the native libraries do not load; says why
     */
    public Result measure() {
        try {
            INDArray a = Nd4j.create(DataType.FLOAT, SIZE, SIZE).assign(0.5f);
            INDArray b = Nd4j.create(DataType.FLOAT, SIZE, SIZE).assign(0.25f);
            INDArray c = Nd4j.create(DataType.FLOAT, SIZE, SIZE);
            double best = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                a.mmuli(b, c);
                best = Math.min(best, (System.nanoTime() - start) * 1e-9);
            }
            double operations = 2.0 * SIZE * SIZE * SIZE;
            return new Result(
                    Nd4j.getBackend().getClass().getSimpleName(),
                    String.valueOf(
                            Nd4j.getExecutioner().getEnvironmentInformation().get("blas.vendor")),
                    operations / best * 1e-9);
        } catch (LinkageError | RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new IllegalStateException(
                    "the native libraries do not load: " + root.getMessage(), e);
        }
    }
}
