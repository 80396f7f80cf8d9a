/** Studies made of seeded numbers instead of training. */
@NullMarked
package dev.ramify.plugins.visualizers.fakes;

import org.jspecify.annotations.NullMarked;
