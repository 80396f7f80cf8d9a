/** The samples that units respond to most. */
@NullMarked
package dev.ramify.plugins.visualizers.examples;

import org.jspecify.annotations.NullMarked;
