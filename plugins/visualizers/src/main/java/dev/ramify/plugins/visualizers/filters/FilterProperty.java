package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.metric.UnitColumn;
import java.util.Arrays;
import java.util.List;

/**
 * One number of every filter of a network.
 *
 * @param label for people
 * @param unit of the number; empty for none
 * @param values one per unit; {@code NaN} for those that have none
 * @param most greatest value possible
 */
record FilterProperty(String label, String unit, double[] values, double most) {

    /** The name of the colour index among the columns that metrics leave behind. */
    static final String COLOUR = "colour-index";

    /** The name of the spatial frequency. */
    static final String FREQUENCY = "frequency";

    private static final double NYQUIST = 0.5;

    /** What a branch has, and what a random branch of its size would. */
    record Comparison(double mean, double chanceMean, double chanceSd) {

        double z() {
            return (mean - chanceMean) / chanceSd;
        }
    }

    static FilterProperty colour(FilterBank bank, List<UnitColumn> columns) {
        double[] values = new double[bank.units()];
        Arrays.setAll(
                values,
                unit -> dead(bank, unit) ? Double.NaN : Spectra.colourIndex(bank.filters()[unit]));
        return new FilterProperty("colour index", "", measured(columns, COLOUR, values), 1);
    }

    static FilterProperty frequency(FilterBank bank, List<UnitColumn> columns) {
        double[] values = new double[bank.units()];
        Arrays.setAll(
                values,
                unit ->
                        dead(bank, unit)
                                ? Double.NaN
                                : Spectra.frequency(
                                        bank.filters()[unit], bank.height(), bank.width()));
        return new FilterProperty(
                "frequency", "cycles/px", measured(columns, FREQUENCY, values), NYQUIST);
    }

    boolean isKnown() {
        return Arrays.stream(values).anyMatch(Double::isFinite);
    }

    /**
     * Compare a branch with all random branches of its size: the mean of {@code n} of {@code N}
     * values drawn without replacement has variance {@code S^2 / n (1 - n / N)}.
     */
    Comparison compare(int[] units) {
        double[] all = Arrays.stream(values).filter(Double::isFinite).toArray();
        double[] own =
                Arrays.stream(units)
                        .mapToDouble(unit -> values[unit])
                        .filter(Double::isFinite)
                        .toArray();
        double mean = Arrays.stream(all).average().orElse(Double.NaN);
        double squares = Arrays.stream(all).map(value -> (value - mean) * (value - mean)).sum();
        double share = (double) own.length / all.length;
        double variance = squares / (all.length - 1) / own.length * (1 - share);
        return new Comparison(
                Arrays.stream(own).average().orElse(Double.NaN), mean, Math.sqrt(variance));
    }

    private static boolean dead(FilterBank bank, int unit) {
        return bank.isNearZero(unit);
    }

    /** Prefer what the metric found, so that figure and test speak of the same numbers. */
    private static double[] measured(List<UnitColumn> columns, String name, double[] computed) {
        return columns.stream()
                .filter(column -> column.name().equals(name) && column.size() == computed.length)
                .filter(UnitColumn.Quantity.class::isInstance)
                .map(UnitColumn.Quantity.class::cast)
                .findFirst()
                .map(UnitColumn.Quantity::toArray)
                .orElse(computed);
    }
}
