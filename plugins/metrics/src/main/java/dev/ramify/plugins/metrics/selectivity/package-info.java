/** Metrics of what the units of a branch respond to: factors and classes. */
@NullMarked
package dev.ramify.plugins.metrics.selectivity;

import org.jspecify.annotations.NullMarked;
