package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Local response normalization across channels (Krizhevsky et al. 2012, section 3.3): {@code y[c] =
 * x[c] / (k + alpha / size * sum of x[j]^2)^beta}, the sum going over {@code size} channels around
 * {@code c}, as far as there are any: from {@code c - (size - 1) / 2} to {@code c + size / 2}.
 *
 * <p>The division of {@code alpha} by {@code size} is Caffe's, PyTorch's and ONNX's; the paper has
 * none.
 *
 * @param name unique within its branch
 * @param size number of channels that are summed, at least 1
 * @param alpha weight of the mean square, at least 0
 * @param beta exponent, above 0
 * @param k what is added to the mean square, above 0
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LocalResponseNormalization(
        String name,
        @Default("5") int size,
        @Default("1e-4") double alpha,
        @Default("0.75") double beta,
        @Default("1.0") double k)
        implements Layer {

    public LocalResponseNormalization {
        Names.check(name);
        Check.atLeast(name, "size", size, 1);
        Check.that(alpha >= 0, name, "alpha must be at least 0, found %s", alpha);
        Check.that(beta > 0, name, "beta must be positive, found %s", beta);
        Check.that(k > 0, name, "k must be positive, found %s", k);
    }

    /** Create with the usual size of 5, alpha of 1e-4, beta of 0.75 and k of 1. */
    public static LocalResponseNormalization named(String name) {
        return new LocalResponseNormalization(name, 5, 1e-4, 0.75, 1);
    }

    @Override
    public LocalResponseNormalization withName(String other) {
        return new LocalResponseNormalization(other, size, alpha, beta, k);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.localResponseNormalization(this);
    }
}
