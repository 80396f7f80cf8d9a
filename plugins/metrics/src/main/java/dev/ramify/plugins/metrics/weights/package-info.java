/**
 * Metrics of connections: they read weights and never look at what units do. A division that the
 * weights show need not be one of labour, so all of them are descriptive.
 */
@NullMarked
package dev.ramify.plugins.metrics.weights;

import org.jspecify.annotations.NullMarked;
