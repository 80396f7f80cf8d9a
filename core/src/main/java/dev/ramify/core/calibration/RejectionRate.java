package dev.ramify.core.calibration;

/**
 * How often a metric was significant at .05 under one condition.
 *
 * @param condition what was true of the data
 * @param runs number of networks that were made
 * @param rejected in how many of them the least corrected p was at most .05
 * @param undefined in how many of them the metric had no value
 * @param reason why the first of these had none; empty if all had one
 */
public record RejectionRate(
        Condition condition, int runs, int rejected, int undefined, String reason) {

    /** Return the share of all runs that were significant; those without a value were not. */
    public double rate() {
        return rejected / (double) runs;
    }
}
