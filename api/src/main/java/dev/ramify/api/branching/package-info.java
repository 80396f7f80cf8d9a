/** Strategies that split a range of an architecture into branches. */
@NullMarked
package dev.ramify.api.branching;

import org.jspecify.annotations.NullMarked;
