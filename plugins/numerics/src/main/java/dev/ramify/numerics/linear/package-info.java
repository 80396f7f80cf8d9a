/** Vectors, factors, leading eigenvectors and singular vectors. */
@NullMarked
package dev.ramify.numerics.linear;

import org.jspecify.annotations.NullMarked;
