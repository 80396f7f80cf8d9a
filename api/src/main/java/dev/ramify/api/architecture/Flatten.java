package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Read a map as a vector, channel by channel, row by row.
 *
 * @param name unique within its branch
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Flatten(String name) implements Layer {

    public Flatten {
        Names.check(name);
    }

    @Override
    public Shape output(Shape input) {
        return Shape.flat(input.size());
    }

    @Override
    public Flatten withName(String other) {
        return new Flatten(other);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.flatten(this);
    }
}
