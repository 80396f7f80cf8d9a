/** Runs a planned study. */
@NullMarked
package dev.ramify.core.study;

import org.jspecify.annotations.NullMarked;
