package dev.ramify.numerics.embedding;

import dev.ramify.numerics.Cores;
import java.util.Arrays;

/**
 * The nearest neighbours of every point, found by comparing all pairs: exact, and the same at any
 * number of threads.
 *
 * @param indices of the neighbours of each point, the nearest first; equally near ones in ascending
 *     order
 * @param squares the squared Euclidean distances to them
 */
public record NearestNeighbours(int[][] indices, double[][] squares) {

    private static final int CHUNK = 512;
    private static final int TOGETHER = 64;

    /**
     * Find.
     *
     * @param points {@code [points][dimensions]}, finite
     * @param count how many of each, less than the number of points
     */
    public static NearestNeighbours of(double[][] points, int count) {
        int[] all = new int[points.length];
        Arrays.setAll(all, i -> i);
        return of(points, all, count);
    }

    /**
     * Find those of some points.
     *
     * @param of the points whose neighbours are asked for
     */
    public static NearestNeighbours of(double[][] points, int[] of, int count) {
        if (count < 1 || count >= points.length) {
            throw new IllegalArgumentException(
                    "%d points have 1 to %d neighbours each, not %d"
                            .formatted(points.length, points.length - 1, count));
        }
        double[][][] chunks = chunks(points);
        NearestNeighbours found =
                new NearestNeighbours(new int[of.length][], new double[of.length][]);
        Cores.run(
                (of.length + TOGETHER - 1) / TOGETHER,
                () -> new double[CHUNK],
                (room, part) -> {
                    int end = Math.min(of.length, (part + 1) * TOGETHER);
                    found.fill(points, chunks, of, part * TOGETHER, end, count, room);
                });
        return found;
    }

    /** Points in chunks that stay in the cache: {@code [chunks][dimensions][points]}. */
    private static double[][][] chunks(double[][] points) {
        double[][][] chunks = new double[(points.length + CHUNK - 1) / CHUNK][][];
        for (int c = 0; c < chunks.length; c++) {
            int from = c * CHUNK;
            int length = Math.min(CHUNK, points.length - from);
            chunks[c] = new double[points[0].length][length];
            for (int d = 0; d < points[0].length; d++) {
                for (int i = 0; i < length; i++) {
                    chunks[c][d][i] = points[from + i][d];
                }
            }
        }
        return chunks;
    }

    private void fill(
            double[][] points,
            double[][][] chunks,
            int[] of,
            int from,
            int to,
            int count,
            double[] room) {
        Nearest[] nearest = new Nearest[to - from];
        Arrays.setAll(nearest, i -> new Nearest(count));
        for (int c = 0; c < chunks.length; c++) {
            for (int i = from; i < to; i++) {
                double[] own = points[of[i]];
                int length = chunks[c][0].length;
                Arrays.fill(room, 0);
                for (int d = 0; d < own.length; d++) {
                    addSquares(own[d], chunks[c][d], room);
                }
                nearest[i - from].offer(room, length, c * CHUNK, of[i]);
            }
        }
        for (int i = from; i < to; i++) {
            nearest[i - from].sort();
            indices[i] = nearest[i - from].indices;
            squares[i] = nearest[i - from].squares;
        }
    }

    private static void addSquares(double own, double[] others, double[] to) {
        for (int j = 0; j < others.length; j++) {
            double difference = own - others[j];
            to[j] += difference * difference;
        }
    }

    /** Keeps the nearest in a heap whose root is the farthest of them. */
    private static final class Nearest {

        private final int[] indices;
        private final double[] squares;
        private int size;

        Nearest(int count) {
            indices = new int[count];
            squares = new double[count];
        }

        void offer(double[] offered, int length, int first, int self) {
            for (int j = 0; j < length; j++) {
                if (size == squares.length && offered[j] >= squares[0] || first + j == self) {
                    continue;
                }
                if (size < squares.length) {
                    rise(offered[j], first + j);
                } else {
                    sink(0, size, offered[j], first + j);
                }
            }
        }

        private void rise(double square, int index) {
            int at = size++;
            while (at > 0 && isFarther(square, index, (at - 1) / 2)) {
                put(at, squares[(at - 1) / 2], indices[(at - 1) / 2]);
                at = (at - 1) / 2;
            }
            put(at, square, index);
        }

        private void sink(int from, int end, double square, int index) {
            int at = from;
            for (int child = 1; child < end; child = 2 * at + 1) {
                if (child + 1 < end && isFarther(squares[child + 1], indices[child + 1], child)) {
                    child++;
                }
                if (isFarther(square, index, child)) {
                    break;
                }
                put(at, squares[child], indices[child]);
                at = child;
            }
            put(at, square, index);
        }

        /** Heapsort: take the farthest off again and again. */
        void sort() {
            for (int end = size - 1; end > 0; end--) {
                double square = squares[end];
                int index = indices[end];
                put(end, squares[0], indices[0]);
                sink(0, end, square, index);
            }
        }

        private boolean isFarther(double square, int index, int than) {
            return square > squares[than] || square == squares[than] && index > indices[than];
        }

        private void put(int at, double square, int index) {
            squares[at] = square;
            indices[at] = index;
        }
    }
}
