/** How often units are active, and how sparsely samples are coded. */
@NullMarked
package dev.ramify.plugins.visualizers.activity;

import org.jspecify.annotations.NullMarked;
