/**
 * Numerical tools that plugins may use: metrics and figures, those of others too. The host gives
 * them to every plugin. They know nothing of branches beyond an assignment.
 *
 * <ul>
 *   <li>{@code linear}: vectors, factors, leading eigenvectors and singular vectors
 *   <li>{@code products}: centred activations and their products, however many samples there are
 *   <li>{@code grouping}: clusters, matchings and the agreement of partitions
 *   <li>{@code embedding}: neighbours, and maps of many dimensions in two
 * </ul>
 */
@NullMarked
package dev.ramify.numerics;

import org.jspecify.annotations.NullMarked;
