/** What colours mean, as pixels: palettes for light and dark, and ramps. */
@NullMarked
package dev.ramify.core.rendering.color;

import org.jspecify.annotations.NullMarked;
