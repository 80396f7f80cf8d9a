/** The run directory: what a study writes, atomically, and finds again when it goes on. */
@NullMarked
package dev.ramify.core.store;

import org.jspecify.annotations.NullMarked;
