/** What changed from epoch to epoch. */
@NullMarked
package dev.ramify.plugins.visualizers.curves;

import org.jspecify.annotations.NullMarked;
