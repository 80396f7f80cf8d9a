/**
 * The canonical form of architectures and divisions, as JSON: what keys are digested from and what
 * run directories keep.
 */
@NullMarked
package dev.ramify.core.architecture;

import org.jspecify.annotations.NullMarked;
