/**
 * Units of a layer as figures look at them: what they respond to, and what dealing them anew gives.
 */
@NullMarked
package dev.ramify.plugins.visualizers.units;

import org.jspecify.annotations.NullMarked;
