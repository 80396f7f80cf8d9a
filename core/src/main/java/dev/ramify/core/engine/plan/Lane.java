package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A design with arrays: kernels that run one after another on samples of their own. Not
 * thread-safe.
 */
final class Lane implements AutoCloseable {

    private final Design design;
    private final Kernel[] kernels;
    private final boolean[] trained;
    private final Memory memory;
    private final Bindings.Pass pass;
    private final Map<Value, Layout.Port> inputs = new HashMap<>();
    private final Layout.Port output;
    private final Layout.Port gradient;
    private final Map<Value, Layout.Port> ports = new HashMap<>();
    private @Nullable Stopwatch stopwatch;

    Lane(
            Design design,
            List<Kernel> kernels,
            List<Boolean> trained,
            Memory memory,
            Bindings.Pass pass) {
        this.design = design;
        this.kernels = kernels.toArray(Kernel[]::new);
        this.trained = new boolean[trained.size()];
        for (int i = 0; i < trained.size(); i++) {
            this.trained[i] = trained.get(i);
        }
        this.memory = memory;
        this.pass = pass;
        Value logits = design.graph().output();
        design.graph().inputs().forEach(input -> inputs.put(input, open(input)));
        output = open(logits);
        gradient =
                design.runsBackward()
                        ? design.layout(logits).open(memory.gradient(logits))
                        : output;
        design.graph().sites().forEach(site -> ports.put(site.value(), open(site.value())));
    }

    private Layout.Port open(Value value) {
        return design.layout(value).open(memory.value(value));
    }

    int samples() {
        return design.samples();
    }

    Bindings.Pass pass() {
        return pass;
    }

    /** Copy an input in from an array in logical order. */
    void input(Value value, float[] from, int offset) {
        Layout.Port port = inputs.get(value);
        if (port == null) {
            throw new IllegalArgumentException(value + " is no input");
        }
        port.write(from, offset);
    }

    /** Copy the logits out, {@code [samples, outputs]}. */
    void output(float[] logits, int offset) {
        output.read(logits, offset);
    }

    /** Copy the gradients of the logits in, {@code [samples, outputs]}. */
    void outputGradient(float[] gradients, int offset) {
        gradient.write(gradients, offset);
    }

    /** Copy an observed value out in logical order. */
    void observe(Value value, float[] into, int offset) {
        Layout.Port port = ports.get(value);
        if (port == null) {
            throw new IllegalArgumentException(value + " is not observed");
        }
        port.read(into, offset);
    }

    /** Derive what follows from the parameters. */
    void refresh() {
        for (int i = 0; i < kernels.length; i++) {
            if (design.kernels().get(i).derived() > 0) {
                kernels[i].refresh();
            }
        }
    }

    /**
     * Finish an operation that lanes wait for, unless it is the -1st, and run those up to another
     * one.
     */
    void forward(int after, int to) {
        if (after >= 0) {
            finish(after);
        }
        for (int i = after + 1; i <= to; i++) {
            run(i);
        }
    }

    /** The same backward, from one past the last operation down. */
    void backward(int before, int to) {
        if (before < kernels.length && trained[before]) {
            finishBackward(before);
        }
        for (int i = before - 1; i >= to; i--) {
            if (trained[i]) {
                runBackward(i);
            }
        }
    }

    /** Run one operation forward, up to where lanes wait for each other. */
    void run(int operation) {
        Stopwatch watch = stopwatch;
        if (watch == null) {
            kernels[operation].forward();
        } else {
            watch.forward(operation, kernels[operation]);
        }
    }

    /** Finish one operation forward. */
    void finish(int operation) {
        Stopwatch watch = stopwatch;
        if (watch == null) {
            kernels[operation].forwardTogether();
        } else {
            watch.forwardTogether(operation, kernels[operation]);
        }
    }

    private void runBackward(int operation) {
        Stopwatch watch = stopwatch;
        if (watch == null) {
            kernels[operation].backward();
        } else {
            watch.backward(operation, kernels[operation]);
        }
    }

    private void finishBackward(int operation) {
        Stopwatch watch = stopwatch;
        if (watch == null) {
            kernels[operation].backwardTogether();
        } else {
            watch.backwardTogether(operation, kernels[operation]);
        }
    }

    /** Begin to time kernels. */
    Stopwatch watch() {
        Stopwatch watch = new Stopwatch(kernels.length);
        stopwatch = watch;
        return watch;
    }

    /** Time kernels no longer. */
    void unwatch() {
        stopwatch = null;
    }

    /** Tell whether all outputs of an operation are finite. */
    boolean isFinite(Operation operation) {
        for (Value value : operation.outputs()) {
            Layout layout = design.layout(value);
            float[] logical = new float[layout.values()];
            layout.read(memory.value(value), logical);
            for (float each : logical) {
                if (!Float.isFinite(each)) {
                    return false;
                }
            }
        }
        return true;
    }

    Design design() {
        return design;
    }

    /** Tell whether an operation makes lanes wait for each other. */
    static boolean waits(KernelDesign kernel) {
        return kernel.shown() > 0;
    }

    long floats() {
        return memory.floats();
    }

    @Override
    public void close() {
        for (Kernel kernel : kernels) {
            kernel.close();
        }
        memory.close();
    }
}
