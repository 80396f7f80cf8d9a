package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * The mean of every channel over its map, giving a vector.
 *
 * @param name unique within its branch
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GlobalAveragePooling(String name) implements Layer {

    public GlobalAveragePooling {
        Names.check(name);
    }

    @Override
    public Shape output(Shape input) {
        return Shape.flat(input.channels());
    }

    @Override
    public GlobalAveragePooling withName(String other) {
        return new GlobalAveragePooling(other);
    }

    /** Acts on each channel alone. */
    @Override
    public boolean isPerChannel() {
        return true;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.globalAveragePooling(this);
    }
}
