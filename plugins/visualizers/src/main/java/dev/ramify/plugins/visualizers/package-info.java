/** The built-in figures. */
@NullMarked
package dev.ramify.plugins.visualizers;

import org.jspecify.annotations.NullMarked;
