package dev.ramify.numerics.embedding;

import dev.ramify.numerics.linear.SingularVectors;
import dev.ramify.numerics.linear.Vectors;
import java.util.Arrays;

/**
 * Positions along the directions in which points vary most.
 *
 * @param scores {@code [directions][points]}, less their means; as many as were asked for, zeros
 *     where points vary in fewer directions
 * @param explained share of the variance along each
 */
public record PrincipalScores(double[][] scores, double[] explained) {

    /**
     * Compute.
     *
     * @param points {@code [points][dimensions]}, finite, at least one
     * @param count number of directions
     */
    public static PrincipalScores of(double[][] points, int count) {
        int dimensions = points[0].length;
        double[] means = new double[dimensions];
        for (double[] point : points) {
            Vectors.add(1.0 / points.length, point, means);
        }
        double total = 0;
        double[][] centred = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            centred[i] = points[i].clone();
            Vectors.add(-1, means, centred[i]);
            total += Vectors.dot(centred[i], centred[i]);
        }
        double[][] scores = new double[count][points.length];
        double[] explained = new double[count];
        if (total > 0) {
            SingularVectors found = SingularVectors.of(centred, count);
            for (int k = 0; k < found.values().length; k++) {
                scores[k] = found.left()[k].clone();
                Vectors.scale(found.values()[k], scores[k]);
                explained[k] = found.values()[k] * found.values()[k] / total;
            }
        }
        return new PrincipalScores(scores, explained);
    }

    /** Return the scores along one direction, scaled so that the first one deviates as given. */
    double[] scaled(int direction, double deviation) {
        double length = Vectors.norm(scores[0]) / Math.sqrt(scores[0].length);
        return Arrays.stream(scores[direction])
                .map(score -> length > 0 ? score / length * deviation : 0)
                .toArray();
    }
}
