/**
 * Networks that compute: an architecture becomes a graph, the graph a plan of kernels, the plan a
 * network.
 */
@NullMarked
package dev.ramify.core.engine;

import org.jspecify.annotations.NullMarked;
