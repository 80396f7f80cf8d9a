package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Inverted dropout of single values while training; the identity otherwise (Srivastava et al.
 * 2014).
 *
 * @param name unique within its branch
 * @param rate probability that a value is set to zero, in [0, 1)
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Dropout(String name, double rate) implements Layer {

    public Dropout {
        Names.check(name);
        Check.that(rate >= 0 && rate < 1, name, "rate must be in [0, 1), found %s", rate);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Dropout withName(String other) {
        return new Dropout(other, rate);
    }

    /** Acts on each channel alone. */
    @Override
    public boolean isPerChannel() {
        return true;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.dropout(this);
    }
}
