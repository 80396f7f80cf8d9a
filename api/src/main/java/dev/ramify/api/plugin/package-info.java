/** The facade by which a jar offers its extensions. */
@NullMarked
package dev.ramify.api.plugin;

import org.jspecify.annotations.NullMarked;
