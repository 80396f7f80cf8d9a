package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Tells the kinds of layers apart; all must be dealt with, or the code does not compile.
 *
 * @param <R> what is made of a layer
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface LayerVisitor<R> {

    /** Visit a convolution. */
    R convolution(Convolution layer);

    /** Visit a fully connected layer. */
    R dense(Dense layer);

    /** Visit a batch normalization. */
    R batchNormalization(BatchNormalization layer);

    /** Visit a local response normalization. */
    R localResponseNormalization(LocalResponseNormalization layer);

    /** Visit a scale and shift of each channel. */
    R scaleShift(ScaleShift layer);

    /** Visit an activation function. */
    R activation(Activation layer);

    /** Visit a softmax. */
    R softmax(Softmax layer);

    /** Visit a maximum or mean over windows. */
    R pooling(Pooling layer);

    /** Visit a mean over whole maps. */
    R globalAveragePooling(GlobalAveragePooling layer);

    /** Visit a dropout of single values. */
    R dropout(Dropout layer);

    /** Visit a dropout of whole branches. */
    R branchDropout(BranchDropout layer);

    /** Visit the reading of a map as a vector. */
    R flatten(Flatten layer);

    /** Visit a shuffle of groups of channels. */
    R channelShuffle(ChannelShuffle layer);

    /** Visit a permutation of channels. */
    R channelPermutation(ChannelPermutation layer);

    /**
     * Tells some kinds of layers apart, and takes the rest together: what plugins use, so that they
     * go on working where a later version knows more kinds.
     *
     * @param <R> what is made of a layer
     */
    interface WithDefault<R> extends LayerVisitor<R> {

        /** Visit a layer of any kind that has no method of its own here. */
        R otherwise(Layer layer);

        @Override
        default R convolution(Convolution layer) {
            return otherwise(layer);
        }

        @Override
        default R dense(Dense layer) {
            return otherwise(layer);
        }

        @Override
        default R batchNormalization(BatchNormalization layer) {
            return otherwise(layer);
        }

        @Override
        default R localResponseNormalization(LocalResponseNormalization layer) {
            return otherwise(layer);
        }

        @Override
        default R scaleShift(ScaleShift layer) {
            return otherwise(layer);
        }

        @Override
        default R activation(Activation layer) {
            return otherwise(layer);
        }

        @Override
        default R softmax(Softmax layer) {
            return otherwise(layer);
        }

        @Override
        default R pooling(Pooling layer) {
            return otherwise(layer);
        }

        @Override
        default R globalAveragePooling(GlobalAveragePooling layer) {
            return otherwise(layer);
        }

        @Override
        default R dropout(Dropout layer) {
            return otherwise(layer);
        }

        @Override
        default R branchDropout(BranchDropout layer) {
            return otherwise(layer);
        }

        @Override
        default R flatten(Flatten layer) {
            return otherwise(layer);
        }

        @Override
        default R channelShuffle(ChannelShuffle layer) {
            return otherwise(layer);
        }

        @Override
        default R channelPermutation(ChannelPermutation layer) {
            return otherwise(layer);
        }
    }
}
