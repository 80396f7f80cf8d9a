/**
 * Numerical tools that several metrics share. They know nothing of branches beyond an assignment.
 */
@NullMarked
package dev.ramify.plugins.metrics.numeric;

import org.jspecify.annotations.NullMarked;
