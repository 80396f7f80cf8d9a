/** Every metric of every variant beside chance. */
@NullMarked
package dev.ramify.plugins.visualizers.table;

import org.jspecify.annotations.NullMarked;
