package dev.ramify.core.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Multiplies large matrices on several threads at once, one product each: nothing on this machine
 * computes faster, so the speed of networks can be told as a part of it.
 *
 * <p>Products of oneDNN and of OpenBLAS are both tried, and the faster one counts. Not thread-safe.
 */
public final class MatrixSpeed implements AutoCloseable {

    private static final int SIZE = 512;
    private static final int PRODUCTS = 4;
    private static final double OPERATIONS = 2.0 * SIZE * SIZE * SIZE * PRODUCTS;

    private final List<Matrices> matrices = new ArrayList<>();
    private final ExecutorService pool;

    /** Left and right factor and product of one thread. */
    private record Matrices(FloatPointer left, FloatPointer right, FloatPointer product) {

        static Matrices create() {
            float[] values = new float[SIZE * SIZE];
            Arrays.fill(values, 0.5f);
            return new Matrices(
                    new FloatPointer(values), new FloatPointer(values), new FloatPointer(values));
        }

        void close() {
            left.close();
            right.close();
            product.close();
        }
    }

    private interface Product {
        void multiply(Matrices matrices);
    }

    /**
     * @param threads number of threads that multiply at the same time
     */
    public MatrixSpeed(int threads) {
        for (int i = 0; i < threads; i++) {
            matrices.add(Matrices.create());
        }
        pool =
                Executors.newFixedThreadPool(
                        threads,
                        task -> {
                            Thread thread =
                                    new Thread(
                                            () -> {
                                                NativeThreads.one();
                                                task.run();
                                            },
                                            "ramify-matrices");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Measure once: 10^9 floating-point operations per second of all threads together. */
    public double gflops() {
        return Math.max(speed(MatrixSpeed::withOneDnn), speed(MatrixSpeed::withOpenBlas));
    }

    private double speed(Product product) {
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (Matrices each : matrices) {
            running.add(pool.submit(() -> repeat(product, each)));
        }
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("matrices cannot be multiplied", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        return OPERATIONS * matrices.size() / seconds * 1e-9;
    }

    private static void repeat(Product product, Matrices matrices) {
        for (int i = 0; i < PRODUCTS; i++) {
            product.multiply(matrices);
        }
    }

    private static void withOneDnn(Matrices m) {
        dnnl.dnnl_sgemm(
                (byte) 'N',
                (byte) 'N',
                SIZE,
                SIZE,
                SIZE,
                1,
                m.left(),
                SIZE,
                m.right(),
                SIZE,
                0,
                m.product(),
                SIZE);
    }

    private static void withOpenBlas(Matrices m) {
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                openblas.CblasNoTrans,
                openblas.CblasNoTrans,
                SIZE,
                SIZE,
                SIZE,
                1,
                m.left(),
                SIZE,
                m.right(),
                SIZE,
                0,
                m.product(),
                SIZE);
    }

    @Override
    public void close() {
        pool.shutdownNow();
        matrices.forEach(Matrices::close);
    }
}
