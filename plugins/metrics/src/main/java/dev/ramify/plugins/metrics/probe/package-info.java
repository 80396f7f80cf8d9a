/** Linear probes: what can be read out of the units of a branch. */
@NullMarked
package dev.ramify.plugins.metrics.probe;

import org.jspecify.annotations.NullMarked;
