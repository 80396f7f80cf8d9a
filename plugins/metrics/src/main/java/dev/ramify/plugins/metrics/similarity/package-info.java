/**
 * Metrics of likeness between units and between branches. They see that units are grouped, not what
 * for: all of them are descriptive.
 */
@NullMarked
package dev.ramify.plugins.metrics.similarity;

import org.jspecify.annotations.NullMarked;
