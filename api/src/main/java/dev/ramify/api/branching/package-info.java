/**
 * Strategies that split a range of an architecture into branches, and what their authors need: a
 * {@link dev.ramify.api.branching.LayerRange} to find and replace nodes, {@link
 * dev.ramify.api.branching.Shares} to divide units, {@link dev.ramify.api.branching.Nodes} to
 * rewrite trees.
 */
@NullMarked
package dev.ramify.api.branching;

import org.jspecify.annotations.NullMarked;
