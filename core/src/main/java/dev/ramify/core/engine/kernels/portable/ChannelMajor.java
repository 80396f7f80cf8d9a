package dev.ramify.core.engine.kernels.portable;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.kernels.FloatMemory;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Values as {@code [channels, samples, height, width]}.
 *
 * <p>With channels outermost a convolution is one matrix product per group, branches are
 * consecutive blocks of memory, and everything that is done per channel is done per row.
 *
 * @param shape of one sample
 * @param samples number of samples
 */
record ChannelMajor(Shape shape, int samples) implements Layout {

    @Override
    public long length() {
        return Math.multiplyExact((long) shape.size(), samples);
    }

    /** Return the number of values of one channel, over all samples. */
    long row() {
        return (long) samples * shape.area();
    }

    /** View a stored vector as {@code [channels, samples * height * width]}. */
    INDArray rows(INDArray stored) {
        return Views.of(stored, 0, shape.channels(), row());
    }

    /**
     * View consecutive channels of a stored vector as {@code [channels, samples * height * width]}.
     */
    INDArray rows(INDArray stored, long from, long count) {
        return Views.of(stored, from * row(), count, row());
    }

    /** View a stored vector as {@code [channels, samples, height, width]}. */
    INDArray maps(INDArray stored) {
        return Views.of(stored, 0, shape.channels(), samples, shape.height(), shape.width());
    }

    @Override
    public int values() {
        return Math.toIntExact(length());
    }

    @Override
    public Port open(INDArray stored) {
        FloatMemory buffer = FloatMemory.of(stored);
        int area = shape.area();
        return new Port() {
            @Override
            public void write(float[] logical, int offset) {
                for (int sample = 0; sample < samples; sample++) {
                    for (int channel = 0; channel < shape.channels(); channel++) {
                        int from = offset + (sample * shape.channels() + channel) * area;
                        buffer.put((channel * samples + sample) * area, logical, from, area);
                    }
                }
            }

            @Override
            public void read(float[] logical, int offset) {
                for (int sample = 0; sample < samples; sample++) {
                    for (int channel = 0; channel < shape.channels(); channel++) {
                        int to = offset + (sample * shape.channels() + channel) * area;
                        buffer.get((channel * samples + sample) * area, logical, to, area);
                    }
                }
            }
        };
    }

    @Override
    public String describe() {
        return "c,n,h,w";
    }
}
