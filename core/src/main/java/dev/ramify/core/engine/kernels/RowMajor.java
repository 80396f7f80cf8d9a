package dev.ramify.core.engine.kernels;

import dev.ramify.core.engine.graph.Parameter.Dimensions;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays in their logical order.
 *
 * @param shape sizes, outermost first
 */
public record RowMajor(Dimensions shape) implements Layout {

    @Override
    public long length() {
        return shape.count();
    }

    @Override
    public int values() {
        return Math.toIntExact(shape.count());
    }

    @Override
    public Port open(INDArray stored) {
        FloatMemory buffer = FloatMemory.of(stored);
        int count = values();
        return new Port() {
            @Override
            public void write(float[] logical, int offset) {
                buffer.put(0, logical, offset, count);
            }

            @Override
            public void read(float[] logical, int offset) {
                buffer.get(0, logical, offset, count);
            }
        };
    }

    @Override
    public String describe() {
        return "row-major";
    }
}
