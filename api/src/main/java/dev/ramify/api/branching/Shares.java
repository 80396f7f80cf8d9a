package dev.ramify.api.branching;

import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.option.InvalidOptionException;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The division of every layer's units between branches. Immutable and thread-safe.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Shares {

    /** Fractions written in decimals are meant as the whole units that they come near to. */
    private static final double TOLERANCE = 1e-6;

    private final String option;
    private final List<Double> weights;
    private final double widening;

    private Shares(String option, List<Double> weights, double widening) {
        this.option = option;
        this.weights = weights;
        this.widening = widening;
    }

    /**
     * Divide equally.
     *
     * @param option name of the option to blame where the division fails
     * @param branches number of branches, at least 1
     * @throws InvalidOptionException if there is no branch
     */
    public static Shares equal(String option, int branches) {
        if (branches < 1) {
            throw new InvalidOptionException(
                    option, "needs at least one branch, found " + branches);
        }
        return new Shares(option, Collections.nCopies(branches, 1.0), 1);
    }

    /**
     * Divide in proportion to the given shares.
     *
     * @param option name of the option to blame where the division fails
     * @param shares one for each branch, positive; their sum stands for the whole layer
     * @throws InvalidOptionException if there is no share or one is not positive
     */
    public static Shares of(String option, List<Double> shares) {
        if (shares.isEmpty()) {
            throw new InvalidOptionException(option, "needs at least one share, found none");
        }
        for (double share : shares) {
            if (!(share > 0) || Double.isInfinite(share)) {
                throw new InvalidOptionException(
                        option, "every share must be a positive number, found " + share);
            }
        }
        return new Shares(option, List.copyOf(shares), 1);
    }

    /**
     * Return the same division of layers that are wider by a factor.
     *
     * @throws InvalidOptionException for the option {@code widen} if the factor is not positive
     */
    public Shares widened(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new InvalidOptionException("widen", "must be a positive number, found " + factor);
        }
        return new Shares(option, weights, widening * factor);
    }

    /** Return the number of branches. */
    public int branches() {
        return weights.size();
    }

    /**
     * Count the units of a branch.
     *
     * @param branch index of the branch, from 0
     * @throws InvalidOptionException if they are not whole
     */
    public int units(WeightedLayer layer, int branch) {
        if (!divides(layer)) {
            throw new InvalidOptionException(option, problems().describe(List.of(layer)));
        }
        return (int) Math.rint(exact(layer, branch));
    }

    /**
     * Return this division, having checked that it gives every branch whole units of every layer.
     *
     * @throws InvalidOptionException naming every layer that cannot be divided so, and what would
     *     fit
     */
    public Shares check(List<? extends WeightedLayer> layers) {
        if (!layers.stream().allMatch(this::divides)) {
            throw new InvalidOptionException(option, problems().describe(layers));
        }
        return this;
    }

    boolean divides(WeightedLayer layer) {
        if (!isWhole(layer.units() * widening)) {
            return false;
        }
        for (int b = 0; b < branches(); b++) {
            if (!isWhole(exact(layer, b))) {
                return false;
            }
        }
        return true;
    }

    double exact(WeightedLayer layer, int branch) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return layer.units() * widening * weights.get(branch) / sum;
    }

    List<Double> weights() {
        return weights;
    }

    double widening() {
        return widening;
    }

    boolean areEqual() {
        return weights.stream().allMatch(weights.get(0)::equals);
    }

    private UnevenShares problems() {
        return new UnevenShares(this);
    }

    static boolean isWhole(double units) {
        return units < Integer.MAX_VALUE
                && Math.rint(units) >= 1
                && Math.abs(units - Math.rint(units)) < TOLERANCE;
    }
}
