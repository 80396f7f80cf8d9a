/**
 * Networks as immutable trees: layers, sequences, branches and residual blocks, with shapes and
 * costs.
 */
@NullMarked
package dev.ramify.api.architecture;

import org.jspecify.annotations.NullMarked;
