/**
 * Networks that compute. Read it along the way of an architecture:
 *
 * <ol>
 *   <li>{@link dev.ramify.core.engine.graph}: the tree of an architecture becomes a graph of
 *       operations. Branches that are built alike become one operation; a {@link
 *       dev.ramify.core.engine.graph.Purpose} says what may be simplified and what has gradients.
 *   <li>{@link dev.ramify.core.engine.kernels}: for every operation a kernel is designed, which
 *       says how arrays lie in memory. There are two sets, on oneDNN and on plain ND4J.
 *   <li>{@link dev.ramify.core.engine.plan}: designs get their arrays, lane by lane, and are run
 *       forward and backward.
 *   <li>{@link dev.ramify.core.engine.objective} and {@link dev.ramify.core.engine.optimization}:
 *       what gradients are taken of, and what they do to parameters.
 * </ol>
 *
 * <p>{@link dev.ramify.core.engine.Engine} does all of this and gives one of four networks: {@link
 * dev.ramify.core.engine.TrainingNetwork} is trained, {@link
 * dev.ramify.core.engine.InferenceNetwork} is run forward and recorded, {@link
 * dev.ramify.core.engine.SectionedNetwork} is run again behind a layer whose units were changed,
 * and {@link dev.ramify.core.engine.DifferentiableNetwork} is explained: its inner values are read,
 * changed and differentiated.
 */
@NullMarked
package dev.ramify.core.engine;

import org.jspecify.annotations.NullMarked;
