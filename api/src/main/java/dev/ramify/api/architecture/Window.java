package dev.ramify.api.architecture;

/** The arithmetic of sliding windows. */
final class Window {

    private Window() {}

    static int output(String node, int size, int window, int stride, int padding) {
        int free = size + 2 * padding - window;
        Check.that(
                free >= 0,
                node,
                "a window of %d does not fit into %d pixels with padding %d",
                window,
                size,
                padding);
        return free / stride + 1;
    }
}
