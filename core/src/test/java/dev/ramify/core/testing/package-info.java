/** Fake plugins. */
@NullMarked
package dev.ramify.core.testing;

import org.jspecify.annotations.NullMarked;
