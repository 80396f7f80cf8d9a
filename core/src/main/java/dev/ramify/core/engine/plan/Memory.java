package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.plan.Lifetimes.Key;
import dev.ramify.core.engine.plan.Lifetimes.Kind;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays of one lane: views of one flat array. */
final class Memory implements AutoCloseable {

    private final Placement placement;
    private final INDArray flat;
    private final INDArray scratch;
    private final INDArray nothing = Flat.zeros(1);

    Memory(Placement placement) {
        this.placement = placement;
        flat = Flat.zeros(placement.floats());
        scratch = Flat.zeros(placement.scratch());
    }

    long floats() {
        return flat.length() + scratch.length();
    }

    /** One scratch array serves all kernels: they run one after another. */
    INDArray scratch() {
        return scratch;
    }

    INDArray value(Value value) {
        return view(Lifetimes.value(value), placement.design().layout(value).length());
    }

    INDArray gradient(Value value) {
        return view(Lifetimes.gradient(value), placement.design().layout(value).length());
    }

    INDArray workspace(int operation) {
        long length = placement.design().kernels().get(operation).workspace();
        return length == 0 ? nothing : view(new Key(Kind.WORKSPACE, operation), length);
    }

    @Override
    public void close() {
        Flat.free(flat);
        Flat.free(scratch);
        Flat.free(nothing);
    }

    private INDArray view(Key key, long length) {
        return Views.of(flat, placement.offset(key), length);
    }
}
