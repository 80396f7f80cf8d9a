/** Seeded randomness. */
@NullMarked
package dev.ramify.api.random;

import org.jspecify.annotations.NullMarked;
