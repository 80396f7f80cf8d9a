/** Figures and reports as files. */
@NullMarked
package dev.ramify.core.rendering;

import org.jspecify.annotations.NullMarked;
