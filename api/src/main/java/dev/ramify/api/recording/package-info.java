/** Activations and weights of named layers, with the branch of every unit. */
@NullMarked
package dev.ramify.api.recording;

import org.jspecify.annotations.NullMarked;
