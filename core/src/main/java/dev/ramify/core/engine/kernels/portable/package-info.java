/** Kernels on plain ND4J operations: the fallback everywhere and the reference in tests. */
@NullMarked
package dev.ramify.core.engine.kernels.portable;

import org.jspecify.annotations.NullMarked;
