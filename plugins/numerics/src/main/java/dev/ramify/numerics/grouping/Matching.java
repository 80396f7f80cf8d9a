package dev.ramify.numerics.grouping;

import java.util.Arrays;

/**
 * The matching of rows with columns that has the greatest sum: the assignment problem, by the
 * Hungarian method with potentials (Kuhn 1955; Jonker and Volgenant 1987).
 */
public final class Matching {

    /** The column of a row that is left out, where there are more rows than columns. */
    public static final int NONE = -1;

    private Matching() {}

    /**
     * Match as many rows as possible, each with a column of its own.
     *
     * @param values {@code [rows][columns]}, finite, at least one of each
     * @return for each row its column, or {@link #NONE}
     */
    public static int[] best(double[][] values) {
        int rows = values.length;
        int columns = values[0].length;
        if (rows <= columns) {
            return rowsFirst(values, rows, columns);
        }
        double[][] transposed = new double[columns][rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                transposed[c][r] = values[r][c];
            }
        }
        int[] rowOf = rowsFirst(transposed, columns, rows);
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, NONE);
        for (int c = 0; c < columns; c++) {
            columnOf[rowOf[c]] = c;
        }
        return columnOf;
    }

    /** Return the sum over matched pairs. */
    public static double sum(double[][] values, int[] columnOf) {
        double sum = 0;
        for (int r = 0; r < columnOf.length; r++) {
            sum += columnOf[r] == NONE ? 0 : values[r][columnOf[r]];
        }
        return sum;
    }

    /**
     * Compare matched pairs with all others: the mean of the best matching less the mean of the
     * rest. What a division of labour makes large, whichever branch took which part.
     *
     * @param values {@code [rows][columns]}, at least 2 of one of them
     */
    public static double contrast(double[][] values) {
        int matched = Math.min(values.length, values[0].length);
        int rest = values.length * values[0].length - matched;
        double best = sum(values, best(values));
        double all = 0;
        for (double[] row : values) {
            for (double value : row) {
                all += value;
            }
        }
        return best / matched - (all - best) / rest;
    }

    /** Columns and rows are numbered from 1; 0 stands for none. */
    private static int[] rowsFirst(double[][] values, int rows, int columns) {
        double[] rowPrice = new double[rows + 1];
        double[] columnPrice = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            int[] cameFrom = new int[columns + 1];
            int free = shortestPath(values, row, rowOf, rowPrice, columnPrice, cameFrom);
            for (int column = free; column != 0; column = cameFrom[column]) {
                rowOf[column] = rowOf[cameFrom[column]];
            }
        }
        int[] columnOf = new int[rows];
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] != 0) {
                columnOf[rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }

    /** Grow a tree of tight pairs from a row until a free column is reached, and return that. */
    private static int shortestPath(
            double[][] values,
            int row,
            int[] rowOf,
            double[] rowPrice,
            double[] columnPrice,
            int[] cameFrom) {
        double[] slack = new double[columnPrice.length];
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        boolean[] reached = new boolean[columnPrice.length];
        rowOf[0] = row;
        int at = 0;
        do {
            reached[at] = true;
            int next = 0;
            double step = Double.POSITIVE_INFINITY;
            for (int column = 1; column < slack.length; column++) {
                if (!reached[column]) {
                    double cost =
                            -values[rowOf[at] - 1][column - 1]
                                    - rowPrice[rowOf[at]]
                                    - columnPrice[column];
                    if (cost < slack[column]) {
                        slack[column] = cost;
                        cameFrom[column] = at;
                    }
                    if (slack[column] < step) {
                        step = slack[column];
                        next = column;
                    }
                }
            }
            for (int column = 0; column < slack.length; column++) {
                if (reached[column]) {
                    rowPrice[rowOf[column]] += step;
                    columnPrice[column] -= step;
                } else {
                    slack[column] -= step;
                }
            }
            at = next;
        } while (rowOf[at] != 0);
        return at;
    }
}
