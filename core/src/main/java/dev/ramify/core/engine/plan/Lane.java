package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import java.util.Optional;

/**
 * A design with arrays: kernels that run one after another on samples of their own. Not
 * thread-safe.
 */
public final class Lane implements AutoCloseable {

    private final Design design;
    private final List<Kernel> kernels;
    private final List<Kernel> backward;
    private final Memory memory;
    private final Bindings.Pass pass;

    Lane(
            Design design,
            List<Kernel> kernels,
            List<Kernel> backward,
            Memory memory,
            Bindings.Pass pass) {
        this.design = design;
        this.kernels = List.copyOf(kernels);
        this.backward = List.copyOf(backward);
        this.memory = memory;
        this.pass = pass;
    }

    /** Return the number of samples that it takes. */
    public int samples() {
        return design.samples();
    }

    /** Return what changes from one step to the next. */
    public Bindings.Pass pass() {
        return pass;
    }

    /** Copy images in, {@code samples * shape.size()} values in logical order. */
    public void input(float[] images) {
        Value input = design.graph().input();
        design.layout(input).write(images, memory.value(input));
    }

    /** Compute all values from the images. */
    public void forward() {
        for (Kernel kernel : kernels) {
            kernel.forward();
        }
    }

    /** Compute all gradients from those of the logits. */
    public void backward() {
        for (Kernel kernel : backward) {
            kernel.backward();
        }
    }

    /** Copy a value out in logical order. */
    public void read(Value value, float[] into) {
        design.layout(value).read(memory.value(value), into);
    }

    /** Copy the logits out, {@code [samples, outputs]}. */
    public void readOutput(float[] into) {
        read(design.graph().output(), into);
    }

    /** Copy the gradients of the logits in, {@code [samples, outputs]}. */
    public void outputGradient(float[] gradients) {
        Value output = design.graph().output();
        design.layout(output).write(gradients, memory.gradient(output));
    }

    /**
     * Find the first operation whose output is not finite, running the forward pass again operation
     * by operation.
     *
     * @return its name, or nothing if all outputs are finite
     */
    public Optional<String> firstNotFinite() {
        for (int i = 0; i < kernels.size(); i++) {
            kernels.get(i).forward();
            Operation operation = design.graph().operations().get(i);
            for (Value output : operation.outputs()) {
                if (!isFinite(output)) {
                    return Optional.of(operation.name());
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFinite(Value value) {
        Layout layout = design.layout(value);
        float[] logical = new float[Math.multiplyExact(samples(), value.shape().size())];
        layout.read(memory.value(value), logical);
        for (float each : logical) {
            if (!Float.isFinite(each)) {
                return false;
            }
        }
        return true;
    }

    /** Return the number of floats that values, gradients and scratch take. */
    public long floats() {
        return memory.floats();
    }

    @Override
    public void close() {
        kernels.forEach(Kernel::close);
    }
}
