package dev.ramify.core.engine.kernels.portable;

import dev.ramify.api.architecture.Window;
import dev.ramify.core.engine.kernels.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sliding windows over padded maps {@code [channels, samples, height, width]}: for each place in
 * the window, the view of all values that come to lie there.
 *
 * @param input layout without padding
 * @param output layout of the results
 * @param window what slides
 * @param margins of the padded maps: those of the window, with what rounding adds at the end
 */
record Patches(ChannelMajor input, ChannelMajor output, Window window, Window.Margins margins) {

    private long height() {
        return (long) input.shape().height() + margins.top() + margins.bottom();
    }

    private long width() {
        return (long) input.shape().width() + margins.left() + margins.right();
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
        long row = (long) place / window.size().width() * window.dilation().height();
        long column = (long) place % window.size().width() * window.dilation().width();
        return Views.strided(
                padded,
                from * channel() + row * width() + column,
                new long[] {
                    count, input.samples(), output.shape().height(), output.shape().width()
                },
                new long[] {
                    channel(),
                    height() * width(),
                    window.stride().height() * width(),
                    window.stride().width()
                });
    }

    /** Return the number of places in a window. */
    int places() {
        return window.positions();
    }

    /** View the part of padded maps that is not padding. */
    INDArray inside(INDArray padded) {
        return part(
                padded,
                margins.top() * width() + margins.left(),
                input.shape().height(),
                input.shape().width());
    }

    /** View the part of padded maps that is not there for rounding alone. */
    INDArray withMargins(INDArray padded) {
        Window.Margins own = window.margins();
        return part(
                padded,
                0,
                (long) own.top() + input.shape().height() + own.bottom(),
                (long) own.left() + input.shape().width() + own.right());
    }

    private INDArray part(INDArray padded, long offset, long rows, long columns) {
        return Views.strided(
                padded,
                offset,
                new long[] {input.shape().channels(), input.samples(), rows, columns},
                new long[] {channel(), height() * width(), width(), 1});
    }
}
