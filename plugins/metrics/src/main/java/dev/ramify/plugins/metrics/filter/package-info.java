/** Metrics of first-layer filters: their colour, spatial frequency and orientation. */
@NullMarked
package dev.ramify.plugins.metrics.filter;

import org.jspecify.annotations.NullMarked;
