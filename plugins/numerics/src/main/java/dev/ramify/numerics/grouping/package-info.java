/** Clusters, matchings and the agreement of partitions. */
@NullMarked
package dev.ramify.numerics.grouping;

import org.jspecify.annotations.NullMarked;
