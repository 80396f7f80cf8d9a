/** What a router sends where. */
@NullMarked
package dev.ramify.plugins.metrics.routing;

import org.jspecify.annotations.NullMarked;
