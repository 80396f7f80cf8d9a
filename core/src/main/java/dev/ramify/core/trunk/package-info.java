/**
 * The networks that are branched: presets, and layers written in the pipeline.
 *
 * <p>Each takes the shape of an image and a number of outputs, and ends in a dense layer named
 * {@code logits}.
 */
@NullMarked
package dev.ramify.core.trunk;

import org.jspecify.annotations.NullMarked;
