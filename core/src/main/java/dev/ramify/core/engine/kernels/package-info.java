/**
 * How operations are computed: the contract of kernels, and what all sets of kernels share.
 *
 * <p>A set of {@link dev.ramify.core.engine.kernels.Kernels} answers a {@link
 * dev.ramify.core.engine.kernels.KernelRequest} with a {@link
 * dev.ramify.core.engine.kernels.KernelDesign}: how its outputs and parameters lie in memory
 * ({@link dev.ramify.core.engine.kernels.Layout}), what it keeps for the way back, what it needs
 * besides. When all arrays of a plan are laid out, the design is bound to its own ({@link
 * dev.ramify.core.engine.kernels.Bindings}) and becomes a {@link
 * dev.ramify.core.engine.kernels.Kernel} that is run.
 *
 * <p>Taps ({@link dev.ramify.core.engine.kernels.TapDesign}) work in logical order and are the same
 * for all sets.
 */
@NullMarked
package dev.ramify.core.engine.kernels;

import org.jspecify.annotations.NullMarked;
