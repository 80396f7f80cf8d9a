/** What the network is made of. */
@NullMarked
package dev.ramify.plugins.visualizers.structure;

import org.jspecify.annotations.NullMarked;
