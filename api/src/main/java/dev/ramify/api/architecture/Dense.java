package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * A fully connected layer over a vector.
 *
 * @param name unique within its branch
 * @param units outputs, at least 1
 * @param bias whether a bias is added to each output
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Dense(String name, int units, @Default("true") boolean bias)
        implements WeightedLayer {

    public Dense {
        Names.check(name);
        Check.atLeast(name, "units", units, 1);
    }

    @Override
    public Shape output(Shape input) {
        Check.that(
                input.isFlat(),
                name,
                "a dense layer takes a vector, found a map of %s; put flatten or"
                        + " global-average-pool before it",
                input);
        Check.values(name, "weight matrix", (double) units * input.channels());
        return Shape.flat(units);
    }

    @Override
    public Dense withUnits(int count) {
        return new Dense(name, count, bias);
    }

    @Override
    public long parameters(Shape input) {
        long weights = (long) units * input.channels();
        return bias ? weights + units : weights;
    }

    @Override
    public long macs(Shape input) {
        return (long) units * input.channels();
    }

    @Override
    public Dense withName(String other) {
        return new Dense(other, units, bias);
    }

    @Override
    public Dense withBias(boolean has) {
        return new Dense(name, units, has);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.dense(this);
    }
}
