package dev.ramify.numerics.embedding;

/** How points in the plane push each other away. */
interface Repulsion {

    /**
     * Compute {@code sum_j q_ij^2 (y_i - y_j)} for every point, with {@code q_ij = 1 / (1 + |y_i -
     * y_j|^2)}.
     *
     * @param fx receives the horizontal part
     * @param fy receives the vertical part
     * @return the sum of {@code q_ij} over all pairs of two different points, in both orders
     */
    double repel(double[] x, double[] y, double[] fx, double[] fy);
}
