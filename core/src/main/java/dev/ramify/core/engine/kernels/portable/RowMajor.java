package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Parameters in their logical order. */
record RowMajor(Dimensions shape) implements Layout {

    @Override
    public long length() {
        return shape.count();
    }

    @Override
    public void write(float[] logical, INDArray stored) {
        Views.memory(stored).put(0, logical, 0, logical.length);
    }

    @Override
    public void read(INDArray stored, float[] logical) {
        Views.memory(stored).get(0, logical, 0, logical.length);
    }

    @Override
    public String describe() {
        return "row-major";
    }
}
