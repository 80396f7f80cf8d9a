/** Figures as SVG: layout, axes, marks and tables. */
@NullMarked
package dev.ramify.core.rendering.svg;

import org.jspecify.annotations.NullMarked;
