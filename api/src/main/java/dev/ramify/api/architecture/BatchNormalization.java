package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Batch normalization over each channel, with a trained scale and shift (Ioffe and Szegedy 2015,
 * arXiv 1502.03167).
 *
 * @param name unique within its branch
 * @param momentum weight of the newest batch in the running mean and variance, in (0, 1]
 * @param epsilon added to the variance, positive
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record BatchNormalization(
        String name, @Default("0.1") double momentum, @Default("1e-5") double epsilon)
        implements Layer {

    public BatchNormalization {
        Names.check(name);
        Check.that(
                momentum > 0 && momentum <= 1,
                name,
                "momentum must be in (0, 1], found %s",
                momentum);
        Check.that(epsilon > 0, name, "epsilon must be positive, found %s", epsilon);
    }

    /** Create with the usual momentum of 0.1 and epsilon of 1e-5. */
    public static BatchNormalization named(String name) {
        return new BatchNormalization(name, 0.1, 1e-5);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public long parameters(Shape input) {
        return 2L * input.channels();
    }

    @Override
    public BatchNormalization withName(String other) {
        return new BatchNormalization(other, momentum, epsilon);
    }

    /** Acts on each channel alone. */
    @Override
    public boolean isPerChannel() {
        return true;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.batchNormalization(this);
    }
}
