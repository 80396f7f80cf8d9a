/** Labelled images with known factors, and the providers that open them. */
@NullMarked
package dev.ramify.api.data;

import org.jspecify.annotations.NullMarked;
