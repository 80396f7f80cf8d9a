package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.kernels.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sliding windows over padded maps {@code [channels, samples, height, width]}: for each place in
 * the window, the view of all values that come to lie there.
 *
 * @param input layout without padding
 * @param output layout of the results
 * @param window side
 * @param stride step
 * @param padding on every side
 */
record Patches(ChannelMajor input, ChannelMajor output, int window, int stride, int padding) {

    private long height() {
        return input.shape().height() + 2L * padding;
    }

    private long width() {
        return input.shape().width() + 2L * padding;
    }

    /** Return the number of values of maps with padding. */
    long length() {
        return input.shape().channels() * channel();
    }

    private long channel() {
        return input.samples() * height() * width();
    }

    /** View what lies at one place of all windows in all channels. */
    INDArray at(INDArray padded, int place) {
        return at(padded, place, 0, input.shape().channels());
    }

    /** View what lies at one place of all windows, {@code [count, samples, height, width]}. */
    INDArray at(INDArray padded, int place, long from, long count) {
        long offset = from * channel() + place / window * width() + place % window;
        return Views.strided(
                padded,
                offset,
                new long[] {
                    count, input.samples(), output.shape().height(), output.shape().width()
                },
                new long[] {channel(), height() * width(), stride * width(), stride});
    }

    /** Return the number of places in a window. */
    int places() {
        return window * window;
    }

    /** View the part of padded maps that is not padding. */
    INDArray inside(INDArray padded) {
        return Views.strided(
                padded,
                padding * (width() + 1),
                new long[] {
                    input.shape().channels(),
                    input.samples(),
                    input.shape().height(),
                    input.shape().width()
                },
                new long[] {channel(), height() * width(), width(), 1});
    }
}
