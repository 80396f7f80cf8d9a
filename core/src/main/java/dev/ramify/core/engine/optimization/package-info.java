/** Losses, optimizers and schedules. */
@NullMarked
package dev.ramify.core.engine.optimization;

import org.jspecify.annotations.NullMarked;
