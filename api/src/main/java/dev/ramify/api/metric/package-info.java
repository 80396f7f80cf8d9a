/**
 * Specialization metrics: statistics of a division of units into branches, and their measurements.
 */
@NullMarked
package dev.ramify.api.metric;

import org.jspecify.annotations.NullMarked;
