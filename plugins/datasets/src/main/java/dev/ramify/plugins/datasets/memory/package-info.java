/** Images held in memory, and the choice of subsets of them. */
@NullMarked
package dev.ramify.plugins.datasets.memory;

import org.jspecify.annotations.NullMarked;
