/**
 * Kernels on oneDNN: primitives made once, run on the memory of arrays.
 *
 * <p>Every primitive runs on the thread that calls it; lanes run side by side. Values keep the
 * blocked layouts that convolutions choose, so that a step moves no data but at its edges.
 */
@NullMarked
package dev.ramify.core.engine.kernels.onednn;

import org.jspecify.annotations.NullMarked;
