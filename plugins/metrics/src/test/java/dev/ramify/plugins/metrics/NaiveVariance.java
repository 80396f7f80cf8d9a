package dev.ramify.plugins.metrics;

/** How much of a unit's variance groups of samples explain, pass by pass. */
public final class NaiveVariance {

    private NaiveVariance() {}

    /** Omega squared of a one-way analysis of variance, every level having samples. */
    public static double omegaSquared(float[][] rows, int unit, int[] levelOf, int levels) {
        double mean = 0;
        for (float[] row : rows) {
            mean += row[unit] / (double) rows.length;
        }
        double between = 0;
        double total = 0;
        for (int level = 0; level < levels; level++) {
            double sum = 0;
            int count = 0;
            for (int n = 0; n < rows.length; n++) {
                if (levelOf[n] == level) {
                    sum += rows[n][unit];
                    count++;
                }
            }
            between += count * (sum / count - mean) * (sum / count - mean);
        }
        for (float[] row : rows) {
            total += (row[unit] - mean) * (row[unit] - mean);
        }
        double within = (total - between) / (rows.length - levels);
        return (between - (levels - 1) * within) / (total + within);
    }
}
