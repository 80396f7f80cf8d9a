/** How operations are computed: the contract of kernels. */
@NullMarked
package dev.ramify.core.engine.kernels;

import org.jspecify.annotations.NullMarked;
