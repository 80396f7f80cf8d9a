/** What a network loses with a branch. */
@NullMarked
package dev.ramify.plugins.metrics.lesion;

import org.jspecify.annotations.NullMarked;
