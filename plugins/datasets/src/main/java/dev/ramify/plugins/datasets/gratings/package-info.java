/** Generated images of gratings with known factors. */
@NullMarked
package dev.ramify.plugins.datasets.gratings;

import org.jspecify.annotations.NullMarked;
