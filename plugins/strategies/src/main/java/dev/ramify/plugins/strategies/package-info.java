/** Built-in branching strategies. */
@NullMarked
package dev.ramify.plugins.strategies;

import org.jspecify.annotations.NullMarked;
