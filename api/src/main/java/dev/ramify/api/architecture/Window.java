package dev.ramify.api.architecture;

/** The arithmetic of sliding windows. */
final class Window {

    private Window() {}

    static int output(String node, int size, int window, int stride, int padding) {
        long free = size + 2L * padding - window;
        Check.that(
                free >= 0,
                node,
                "a window of %d does not fit into %d pixels with padding %d",
                window,
                size,
                padding);
        long positions = free / stride + 1;
        Check.values(node, "output", positions);
        return (int) positions;
    }
}
