package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * Names a unit of one network, so that all figures can show the same selection.
 *
 * @param network variant and seed: {@code columns/3}
 * @param layer name of the layer
 * @param unit index in the layer, from 0
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record UnitId(String network, String layer, int unit) implements Link {

    @Override
    public Kind kind() {
        return Kind.UNIT;
    }

    /** Print as {@code network:layer:unit}. */
    @Override
    public String toString() {
        return network + ":" + layer + ":" + unit;
    }
}
