package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * An activation function, applied to every value.
 *
 * @param name unique within its branch
 * @param function what is computed
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Activation(String name, ActivationFunction function) implements Layer {

    public Activation {
        Names.check(name);
        function.check(name);
    }

    /** Create the rectifier, {@code max(0, x)}. */
    public static Activation relu(String name) {
        return new Activation(name, new ActivationFunction.Relu());
    }

    @Override
    public Activation withName(String other) {
        return new Activation(other, function);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    /** Acts on each channel alone. */
    @Override
    public boolean isPerChannel() {
        return true;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.activation(this);
    }
}
