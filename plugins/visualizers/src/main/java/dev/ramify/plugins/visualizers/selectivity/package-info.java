/** What units and branches respond to, class by class. */
@NullMarked
package dev.ramify.plugins.visualizers.selectivity;

import org.jspecify.annotations.NullMarked;
