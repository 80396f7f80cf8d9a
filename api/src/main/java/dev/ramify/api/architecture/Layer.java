package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * A node without parts.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Layer extends Node
        permits WeightedLayer,
                BatchNormalization,
                Relu,
                Pooling,
                GlobalAveragePooling,
                Dropout,
                Flatten,
                ChannelShuffle {

    /** Count the trained parameters for an input of this shape. */
    default long parameters(Shape input) {
        return 0;
    }

    /**
     * Count the multiply-accumulate operations of one sample's forward pass.
     *
     * <p>Only convolutions and dense layers count, as is the custom of the field; elementwise work
     * and pooling are taken as free.
     */
    default long macs(Shape input) {
        return 0;
    }
}
