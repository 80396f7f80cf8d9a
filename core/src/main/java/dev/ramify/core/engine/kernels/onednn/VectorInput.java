package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import java.util.Objects;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * An input that is taken as row-major vectors, copied if it lies otherwise.
 *
 * @param desc layout of the vectors
 * @param in copy of the input; null where it lies so
 * @param inAt where the copy lies in the workspace
 * @param out copy of the gradient back; null where it lies so
 * @param outAt where the gradient lies in the scratch array before it is copied
 */
record VectorInput(memory.desc desc, @Nullable Copy in, long inAt, @Nullable Copy out, long outAt) {

    static VectorInput of(OneDnnDesign design) {
        memory.desc source = design.source();
        long[] sizes = Dnn.sizes(source);
        memory.desc vectors = Dnn.plain(sizes[0], sizes[1]);
        if (Formats.isVectors(source)) {
            return new VectorInput(vectors, null, 0, null, 0);
        }
        memory.desc plain = Dnn.plain(sizes);
        boolean back = design.needsInputGradient();
        return new VectorInput(
                vectors,
                Copy.of(design, source, plain),
                design.workspaceRoom().take(Dnn.floats(plain)),
                back ? Copy.of(design, plain, source) : null,
                back ? design.scratchRoom().take(Dnn.floats(plain)) : 0);
    }

    /** Return the number of values of one vector. */
    long units() {
        return Dnn.sizes(desc)[1];
    }

    boolean isCopied() {
        return in != null;
    }

    /** Return where the vectors lie, adding the copy if there is one. */
    Place bind(Bindings bindings, Script script) {
        Place source = Place.of(bindings.inputs().get(0));
        if (in == null) {
            return source;
        }
        Place copied = new Place(bindings.workspace(), inAt);
        script.forward(in.bind(bindings, source, copied));
        return copied;
    }

    /** Return where the gradient of the vectors is to be written. */
    Place change(Bindings bindings) {
        return out == null ? target(bindings) : new Place(bindings.scratch(), outAt);
    }

    /** Add the copy of the gradient, if there is one, after it has been written. */
    void finish(Bindings bindings, Script script) {
        if (out != null) {
            script.backward(out.bind(bindings, change(bindings), target(bindings)));
        }
    }

    private static Place target(Bindings bindings) {
        return Place.of(Objects.requireNonNull(bindings.inputGradients().get(0)));
    }
}
