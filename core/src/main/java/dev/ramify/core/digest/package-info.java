/**
 * Digests of what results are made from: one canonical form of values, and its SHA-256. Keys of
 * stages are made of nothing else.
 */
@NullMarked
package dev.ramify.core.digest;

import org.jspecify.annotations.NullMarked;
