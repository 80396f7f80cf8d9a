package dev.ramify.numerics.embedding;

import dev.ramify.numerics.Cores;
import java.util.Arrays;

/**
 * How likely two points are neighbours: a symmetric sparse matrix that sums to 1, row by row.
 * Gaussian in the distance, each point with the width that gives it the wanted perplexity (van der
 * Maaten and Hinton 2008), over the nearest neighbours alone (van der Maaten 2014).
 */
final class Affinities {

    private static final int BISECTIONS = 100;
    private static final double TOLERANCE = 1e-10;
    private static final int TOGETHER = 256;

    private final int[] starts;
    private final int[] columns;
    private final double[] values;

    private Affinities(int[] starts, int[] columns, double[] values) {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    static Affinities of(NearestNeighbours neighbours, double perplexity) {
        int points = neighbours.indices().length;
        double[][] conditional = new double[points][];
        Cores.run(
                (points + TOGETHER - 1) / TOGETHER,
                part -> {
                    int end = Math.min(points, (part + 1) * TOGETHER);
                    for (int i = part * TOGETHER; i < end; i++) {
                        conditional[i] = conditional(neighbours.squares()[i], perplexity);
                    }
                });
        return symmetric(neighbours.indices(), conditional);
    }

    /** Find the width of one point by bisection of its precision. */
    static double[] conditional(double[] squares, double perplexity) {
        double wanted = Math.log(perplexity);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double precision = 1;
        double[] weights = new double[squares.length];
        for (int step = 0; step < BISECTIONS; step++) {
            double difference = entropy(squares, precision, weights) - wanted;
            if (Math.abs(difference) < TOLERANCE) {
                break;
            }
            if (difference > 0) {
                low = precision;
                precision = Double.isInfinite(high) ? precision * 2 : (low + high) / 2;
            } else {
                high = precision;
                precision = (low + high) / 2;
            }
        }
        return weights;
    }

    /** Compute the weights of a precision, which sum to 1, and return their entropy. */
    private static double entropy(double[] squares, double precision, double[] weights) {
        double sum = 0;
        double mean = 0;
        for (int k = 0; k < squares.length; k++) {
            // Measured from the nearest neighbour, so that no sum vanishes.
            double distance = squares[k] - squares[0];
            weights[k] = Math.exp(-precision * distance);
            sum += weights[k];
            mean += weights[k] * distance;
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return Math.log(sum) + precision * mean / sum;
    }

    /** Average what two points think of each other. */
    private static Affinities symmetric(int[][] neighbours, double[][] conditional) {
        int points = neighbours.length;
        int[] sizes = new int[points];
        for (int[] each : neighbours) {
            for (int j : each) {
                sizes[j]++;
            }
        }
        Row[] rows = new Row[points];
        Arrays.setAll(rows, i -> new Row(sizes[i] + neighbours[i].length));
        for (int i = 0; i < points; i++) {
            for (int k = 0; k < neighbours[i].length; k++) {
                rows[neighbours[i][k]].add(i, conditional[i][k]);
                rows[i].add(neighbours[i][k], conditional[i][k]);
            }
        }
        int[] starts = new int[points + 1];
        for (int i = 0; i < points; i++) {
            rows[i].merge();
            starts[i + 1] = starts[i] + rows[i].size;
        }
        int[] columns = new int[starts[points]];
        double[] values = new double[starts[points]];
        for (int i = 0; i < points; i++) {
            for (int k = 0; k < rows[i].size; k++) {
                columns[starts[i] + k] = rows[i].columns[k];
                values[starts[i] + k] = rows[i].values[k] / (2.0 * points);
            }
        }
        return new Affinities(starts, columns, values);
    }

    int points() {
        return starts.length - 1;
    }

    /**
     * Add the attraction of some points: {@code sum_j p_ij q_ij (y_i - y_j)} with {@code q_ij = 1 /
     * (1 + |y_i - y_j|^2)}.
     */
    void attract(
            double[] x, double[] y, double factor, int from, int to, double[] fx, double[] fy) {
        for (int i = from; i < to; i++) {
            double sumX = 0;
            double sumY = 0;
            for (int e = starts[i]; e < starts[i + 1]; e++) {
                double dx = x[i] - x[columns[e]];
                double dy = y[i] - y[columns[e]];
                double pull = values[e] / (1 + dx * dx + dy * dy);
                sumX += pull * dx;
                sumY += pull * dy;
            }
            fx[i] += factor * sumX;
            fy[i] += factor * sumY;
        }
    }

    /** Compute {@code sum_ij p_ij log(p_ij / (q_ij / total))}. */
    double divergence(double[] x, double[] y, double total) {
        int points = points();
        double[] parts = new double[(points + TOGETHER - 1) / TOGETHER];
        Cores.run(
                parts.length,
                part -> {
                    int end = starts[Math.min(points, (part + 1) * TOGETHER)];
                    double sum = 0;
                    int i = part * TOGETHER;
                    for (int e = starts[i]; e < end; e++) {
                        while (e >= starts[i + 1]) {
                            i++;
                        }
                        double dx = x[i] - x[columns[e]];
                        double dy = y[i] - y[columns[e]];
                        if (values[e] > 0) {
                            sum +=
                                    values[e]
                                            * Math.log(values[e] * total * (1 + dx * dx + dy * dy));
                        }
                    }
                    parts[part] = sum;
                });
        return Arrays.stream(parts).reduce(0, Double::sum);
    }

    /** A row while it is built: entries of one column stand together after sorting. */
    private static final class Row {

        private final int[] columns;
        private final double[] values;
        private int size;

        Row(int most) {
            columns = new int[most];
            values = new double[most];
        }

        void add(int column, double value) {
            columns[size] = column;
            values[size++] = value;
        }

        void merge() {
            long[] order = new long[size];
            for (int k = 0; k < size; k++) {
                order[k] = ((long) columns[k] << 32) | k;
            }
            Arrays.sort(order);
            int[] oldColumns = columns.clone();
            double[] oldValues = values.clone();
            int merged = -1;
            for (long each : order) {
                int k = (int) each;
                if (merged >= 0 && columns[merged] == oldColumns[k]) {
                    values[merged] += oldValues[k];
                } else {
                    merged++;
                    columns[merged] = oldColumns[k];
                    values[merged] = oldValues[k];
                }
            }
            size = merged + 1;
        }
    }
}
