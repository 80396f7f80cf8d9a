package dev.ramify.core.engine.graph;

/**
 * Where the units of one layer can be observed.
 *
 * @param layer path of the layer
 * @param value whose channels are the units
 * @param from first channel
 * @param units number of channels
 */
public record Site(String layer, Value value, int from, int units) {}
