package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Shape;

/**
 * An array that flows between operations.
 *
 * @param id number within its graph
 * @param name of what made it, for people
 * @param shape of one sample
 */
public record Value(int id, String name, Shape shape) {

    @Override
    public String toString() {
        return name + "[" + shape + "]";
    }
}
