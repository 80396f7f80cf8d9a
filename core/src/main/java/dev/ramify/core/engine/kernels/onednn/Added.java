package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The second input of an operation, which is added to its result.
 *
 * @param entering copy to the layout of the result; null where it has that
 * @param at where the copy lies in the workspace
 * @param leaving copy of its gradients back; null where there is none
 */
record Added(@Nullable Copy entering, long at, @Nullable Copy leaving) {

    /** Which input it is. */
    static final int INDEX = 1;

    static Added of(OneDnnDesign design, memory.desc desc) {
        memory.desc own = Formats.maps(design.input(INDEX).desc());
        Copy entering = Copy.between(design, own, desc);
        return new Added(
                entering,
                entering == null ? 0 : design.workspaceRoom().take(Dnn.floats(desc)),
                entering == null || !design.differentiated() ? null : Copy.of(design, desc, own));
    }

    /** Return the call that copies it to where it is added; none where it lies there. */
    List<Call> enter(Bindings bindings) {
        return entering == null
                ? List.of()
                : List.of(
                        entering.bind(
                                bindings,
                                Place.of(bindings.inputs().get(INDEX)),
                                new Place(bindings.workspace(), at)));
    }

    /** Return where it lies when it is added. */
    Place place(Bindings bindings) {
        return entering == null
                ? Place.of(bindings.inputs().get(INDEX))
                : new Place(bindings.workspace(), at);
    }

    /**
     * Return where its gradients are made, in the layout in which it is added; null for nowhere.
     */
    @Nullable Place change(Bindings bindings) {
        @Nullable INDArray target = bindings.inputGradients().get(INDEX);
        if (target == null) {
            return null;
        }
        return leaving == null ? Place.of(target) : new Place(bindings.workspace(), at);
    }

    /** Return the call that copies its gradients to where they are read, if one must. */
    List<Call> leave(Bindings bindings) {
        @Nullable INDArray target = bindings.inputGradients().get(INDEX);
        return leaving == null || target == null
                ? List.of()
                : List.of(
                        leaving.bind(
                                bindings, new Place(bindings.workspace(), at), Place.of(target)));
    }
}
