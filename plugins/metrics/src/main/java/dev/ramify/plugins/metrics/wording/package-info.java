/** Numbers in words and columns. */
@NullMarked
package dev.ramify.plugins.metrics.wording;

import org.jspecify.annotations.NullMarked;
