/** What a network computes, operation by operation, free of arrays. */
@NullMarked
package dev.ramify.core.engine.graph;

import org.jspecify.annotations.NullMarked;
