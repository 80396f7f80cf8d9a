package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * What a network costs.
 *
 * @param parameters trained values
 * @param macs multiply-accumulates of one sample's forward pass, in convolutions and dense layers
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Cost(long parameters, long macs) {

    /** The cost of nothing. */
    public static final Cost ZERO = new Cost(0, 0);

    /** Add two costs. */
    public Cost plus(Cost other) {
        return new Cost(parameters + other.parameters, macs + other.macs);
    }
}
