/** Numbers of branches in rows and columns. */
@NullMarked
package dev.ramify.plugins.visualizers.matrix;

import org.jspecify.annotations.NullMarked;
