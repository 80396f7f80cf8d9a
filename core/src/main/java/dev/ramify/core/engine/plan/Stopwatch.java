package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.kernels.Kernel;

/** Times the kernels of one lane. */
final class Stopwatch {

    private final long[] forward;
    private final long[] backward;

    Stopwatch(int operations) {
        forward = new long[operations];
        backward = new long[operations];
    }

    void forward(int operation, Kernel kernel) {
        long start = System.nanoTime();
        kernel.forward();
        forward[operation] += System.nanoTime() - start;
    }

    void forwardTogether(int operation, Kernel kernel) {
        long start = System.nanoTime();
        kernel.forwardTogether();
        forward[operation] += System.nanoTime() - start;
    }

    void backward(int operation, Kernel kernel) {
        long start = System.nanoTime();
        kernel.backward();
        backward[operation] += System.nanoTime() - start;
    }

    void backwardTogether(int operation, Kernel kernel) {
        long start = System.nanoTime();
        kernel.backwardTogether();
        backward[operation] += System.nanoTime() - start;
    }

    double forwardSeconds(int operation) {
        return forward[operation] * 1e-9;
    }

    double backwardSeconds(int operation) {
        return backward[operation] * 1e-9;
    }
}
