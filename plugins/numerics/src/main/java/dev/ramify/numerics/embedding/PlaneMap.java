package dev.ramify.numerics.embedding;

/**
 * Points of many dimensions in the plane.
 *
 * @param x horizontal position of every point
 * @param y vertical position of every point
 * @param perplexity the perplexity that was used
 * @param divergence Kullback-Leibler divergence of the map's neighbourhoods from those of the
 *     points, in nats; 0 where both are the same
 * @param earlierDivergence the same fifty steps before the end
 */
public record PlaneMap(
        double[] x, double[] y, double perplexity, double divergence, double earlierDivergence) {

    /** Share by which the divergence may still change in the last fifty steps. */
    public static final double TOLERANCE = 0.005;

    /** Return by what share the divergence fell in the last fifty steps. */
    public double lastChange() {
        return divergence == 0
                ? 0
                : Math.abs(earlierDivergence - divergence) / Math.abs(divergence);
    }

    /** Tell whether the map had come to rest. */
    public boolean hasConverged() {
        return lastChange() <= TOLERANCE;
    }
}
