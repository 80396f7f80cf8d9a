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
                LocalResponseNormalization,
                ScaleShift,
                Activation,
                Softmax,
                Pooling,
                GlobalAveragePooling,
                Dropout,
                BranchDropout,
                Flatten,
                ChannelShuffle,
                ChannelPermutation {

    /** Return the same layer with another name. */
    Layer withName(String other);

    /**
     * Tell whether each output channel follows from the input channel of the same number alone, so
     * that layers of this kind in parallel branches can be one over the channels of all.
     */
    default boolean isPerChannel() {
        return false;
    }

    /** Let a visitor see what kind of layer this is. */
    <R> R accept(LayerVisitor<R> visitor);

    @Override
    default <R> R accept(NodeVisitor<R> visitor) {
        return visitor.layer(this);
    }

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
