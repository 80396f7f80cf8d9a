/** The built-in specialization metrics and the facade by which they are found. */
@NullMarked
package dev.ramify.plugins.metrics;

import org.jspecify.annotations.NullMarked;
