/** Wires the core's rooms together. */
@NullMarked
package dev.ramify.core;

import org.jspecify.annotations.NullMarked;
