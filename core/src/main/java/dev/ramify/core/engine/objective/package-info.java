/**
 * What gradients are taken of: scalar functions of the values at taps, over a whole batch.
 *
 * <p>An {@link dev.ramify.core.engine.objective.Objective} reads {@link
 * dev.ramify.core.engine.objective.Activation}s, gives a number, and adds its gradient. Objectives
 * are added and scaled; the same ones are terms of training, what an attribution explains, and what
 * a visualization climbs. The loss that a network is trained by, which looks at the logits of one
 * sample at a time, is a {@link dev.ramify.core.engine.optimization.Loss}; it needs no whole batch
 * and is computed lane by lane.
 */
@NullMarked
package dev.ramify.core.engine.objective;

import org.jspecify.annotations.NullMarked;
