/** Which experts a router sends samples to, by groups of samples and the domains of these. */
@NullMarked
package dev.ramify.plugins.metrics.experts;

import org.jspecify.annotations.NullMarked;
