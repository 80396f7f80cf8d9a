package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * A trained scale and shift of each channel: {@code y = scale[c] * x + shift[c]}.
 *
 * @param name unique within its branch
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ScaleShift(String name) implements Layer {

    public ScaleShift {
        Names.check(name);
    }

    @Override
    public ScaleShift withName(String other) {
        return new ScaleShift(other);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public long parameters(Shape input) {
        return 2L * input.channels();
    }

    /** Acts on each channel alone. */
    @Override
    public boolean isPerChannel() {
        return true;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.scaleShift(this);
    }
}
