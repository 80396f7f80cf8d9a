package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * A layer whose units each have incoming weights: what a branching strategy divides and a recording
 * observes.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface WeightedLayer extends Layer permits Convolution, Dense {

    /** Return the number of units: filters of a convolution, outputs of a dense layer. */
    int units();

    /** Return the same layer with another number of units. */
    WeightedLayer withUnits(int units);

    /** Tell whether a bias is added to each unit. */
    boolean bias();

    /** Return the same layer with or without a bias. */
    WeightedLayer withBias(boolean has);

    @Override
    WeightedLayer withName(String other);
}
