/** First-layer filters, branch by branch. */
@NullMarked
package dev.ramify.plugins.visualizers.filters;

import org.jspecify.annotations.NullMarked;
