/** Activations less their means, and their products summed over samples and branches. */
@NullMarked
package dev.ramify.numerics.products;

import org.jspecify.annotations.NullMarked;
