/** Mistakes in files that people write: where they are, and how they are shown. */
@NullMarked
package dev.ramify.core.problem;

import org.jspecify.annotations.NullMarked;
