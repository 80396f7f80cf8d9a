/**
 * Metrics of families of units: groups of units that respond to the same thing, found from the
 * activations or given by a person.
 *
 * <p>{@link dev.ramify.plugins.metrics.family.Families} are found once by {@link
 * dev.ramify.plugins.metrics.family.FamilyFinder}; the metrics count how they are spread over
 * branches.
 */
@NullMarked
package dev.ramify.plugins.metrics.family;

import org.jspecify.annotations.NullMarked;
