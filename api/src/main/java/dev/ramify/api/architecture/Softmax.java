package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * The softmax over the channels of each position: the units of a vector, or the channels at each
 * pixel of a map.
 *
 * <p>Objectives over classes take logits: a network that is trained with one needs no softmax at
 * its end.
 *
 * @param name unique within its branch
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Softmax(String name) implements Layer {

    public Softmax {
        Names.check(name);
    }

    @Override
    public Softmax withName(String other) {
        return new Softmax(other);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.softmax(this);
    }
}
