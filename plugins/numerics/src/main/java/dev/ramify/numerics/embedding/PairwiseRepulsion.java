package dev.ramify.numerics.embedding;

import dev.ramify.numerics.Cores;
import java.util.Arrays;

/**
 * Repulsion over all pairs, exactly. Each thread adds up, point after point, what some points feel:
 * no sum depends on how many threads there are.
 */
final class PairwiseRepulsion implements Repulsion {

    private static final int TOGETHER = 512;

    private final double[] similarity;

    PairwiseRepulsion(int points) {
        this.similarity = new double[points];
    }

    @Override
    public double repel(double[] x, double[] y, double[] fx, double[] fy) {
        int points = x.length;
        Arrays.fill(fx, 0);
        Arrays.fill(fy, 0);
        Arrays.fill(similarity, 0);
        Cores.run(
                (points + TOGETHER - 1) / TOGETHER,
                part -> {
                    int end = Math.min(points, (part + 1) * TOGETHER);
                    for (int i = 0; i < points; i++) {
                        push(x[i], y[i], x, y, part * TOGETHER, end, fx, fy);
                    }
                });
        double total = 0;
        for (double each : similarity) {
            total += each;
        }
        // Every point is similar to itself by 1.
        return total - points;
    }

    /** One point pushes some: entries side by side, which the compiler turns into vectors. */
    private void push(
            double ownX,
            double ownY,
            double[] x,
            double[] y,
            int from,
            int to,
            double[] fx,
            double[] fy) {
        double[] sums = similarity;
        for (int j = from; j < to; j++) {
            double dx = x[j] - ownX;
            double dy = y[j] - ownY;
            double q = 1 / (1 + dx * dx + dy * dy);
            sums[j] += q;
            fx[j] += q * q * dx;
            fy[j] += q * q * dy;
        }
    }
}
