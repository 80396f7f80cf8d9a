/**
 * Maps of points of many dimensions in two: neighbours, t-SNE, and how far a map can be trusted.
 *
 * <p>{@link dev.ramify.numerics.embedding.TSne} makes a map from {@code NearestNeighbours} and
 * their {@code Affinities}; points repel each other as {@code PairwiseRepulsion} or, where there
 * are many, {@code InterpolatedRepulsion} computes. {@link
 * dev.ramify.numerics.embedding.MapQuality} compares a map with what it shows.
 */
@NullMarked
package dev.ramify.numerics.embedding;

import org.jspecify.annotations.NullMarked;
