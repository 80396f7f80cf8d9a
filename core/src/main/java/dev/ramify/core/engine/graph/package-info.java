/**
 * What a network computes, operation by operation, free of arrays and of how anything is computed.
 *
 * <p>{@link dev.ramify.core.engine.graph.GraphBuilder} walks an architecture and writes {@link
 * dev.ramify.core.engine.graph.Operation}s between {@link dev.ramify.core.engine.graph.Value}s; it
 * leaves parallel branches to {@code Siblings}, which computes side by side what is alike. {@code
 * Simplifier} then joins operations as far as a {@link dev.ramify.core.engine.graph.Purpose}
 * allows. {@link dev.ramify.core.engine.graph.Parameter}s know which layers their pieces belong to,
 * so that joined layers are still known by name.
 *
 * <p>An {@link dev.ramify.core.engine.graph.Observation} asks for layers to be seen; each becomes a
 * {@link dev.ramify.core.engine.graph.Site}, with a tap if more than reading is wanted. {@link
 * dev.ramify.core.engine.graph.Derivatives} say what gradients are taken of, and {@link
 * dev.ramify.core.engine.graph.Differentiation} which values have one in consequence. {@link
 * dev.ramify.core.engine.graph.Sections} cut a graph behind its sites.
 */
@NullMarked
package dev.ramify.core.engine.graph;

import org.jspecify.annotations.NullMarked;
