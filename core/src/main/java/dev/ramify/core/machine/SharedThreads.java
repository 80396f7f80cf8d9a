package dev.ramify.core.machine;

/** The threads that help every parallel stream of this process. */
public final class SharedThreads {

    private static final String HELPERS = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private SharedThreads() {}

    /**
     * Let whoever begins a stream have one helper less than there are threads in all, and none if
     * there is one. To be called before the first stream of the process; later it does nothing.
     *
     * @param threads in all, at least 1
     */
    public static void limitTo(int threads) {
        System.setProperty(HELPERS, Integer.toString(threads - 1));
    }
}
