/** Meters of what a study does: stages, steps, samples, memory. */
@NullMarked
package dev.ramify.core.telemetry;

import org.jspecify.annotations.NullMarked;
