package dev.ramify.plugins.metrics.filter;

/**
 * One number of every filter.
 *
 * @param values one per unit, {@code NaN} where a filter has none
 * @param whyNone why no filter has one; empty if some do
 */
public record FilterTrait(double[] values, String whyNone) {}
