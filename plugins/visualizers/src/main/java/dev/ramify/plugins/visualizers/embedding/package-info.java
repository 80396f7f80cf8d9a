/** Units on a map of what they respond to. */
@NullMarked
package dev.ramify.plugins.visualizers.embedding;

import org.jspecify.annotations.NullMarked;
