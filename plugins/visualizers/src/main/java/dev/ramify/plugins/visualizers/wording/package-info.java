/** Numbers and conclusions in words, and statistics over seeds. */
@NullMarked
package dev.ramify.plugins.visualizers.wording;

import org.jspecify.annotations.NullMarked;
