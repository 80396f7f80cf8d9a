package dev.ramify.plugins.metrics.experts;

/** Entropies of weights that need not add up to 1, in bits. */
final class Entropies {

    private Entropies() {}

    /** Return {@code -sum p log2 p}; 0 where all weights are 0. */
    static double of(double[] weights) {
        double total = 0;
        double sum = 0;
        for (double weight : weights) {
            if (weight > 0) {
                total += weight;
                sum += weight * Math.log(weight);
            }
        }
        return total > 0 ? Math.max(0, (Math.log(total) - sum / total) / Math.log(2)) : 0;
    }

    /** Return the mutual information of rows and columns of a table, not below 0. */
    static double mutual(double[][] table) {
        double[] rows = new double[table.length];
        double[] columns = new double[table[0].length];
        double[] cells = new double[rows.length * columns.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                double weight = table[row][column];
                rows[row] += weight;
                columns[column] += weight;
                cells[row * columns.length + column] = weight;
            }
        }
        return Math.max(0, of(rows) + of(columns) - of(cells));
    }
}
