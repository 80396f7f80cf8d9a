package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** What the designs of all oneDNN kernels have in common. */
abstract class OneDnnDesign implements KernelDesign {

    private final Dnn dnn;
    private final KernelRequest request;
    private final Room scratch = new Room();
    private final Room workspace = new Room();
    private final Room derived = new Room();

    OneDnnDesign(Dnn dnn, KernelRequest request) {
        this.dnn = dnn;
        this.request = request;
    }

    final Dnn dnn() {
        return dnn;
    }

    final KernelRequest request() {
        return request;
    }

    final String name() {
        return request.operation().name();
    }

    /** Tell whether the backward pass has anything to compute. */
    final boolean differentiated() {
        return request.differentiated();
    }

    /** Tell whether parameters have gradients; those of frozen layers have none. */
    final boolean needsParameterGradients() {
        return request.parameterGradients().contains(true);
    }

    final boolean needsInputGradient() {
        return request.inputGradients().get(0);
    }

    final BlockedLayout input(int index) {
        return (BlockedLayout) request.inputs().get(index);
    }

    final memory.desc source() {
        return input(0).desc();
    }

    /** Return the layout that a parameter has already, if it is settled. */
    final @Nullable Layout settled(int parameter) {
        List<Layout> layouts = request.parameters();
        return layouts == null ? null : layouts.get(parameter);
    }

    /** Tell whether arrays for the way back are there. */
    static boolean isTrained(Bindings bindings) {
        return !bindings.outputGradients().isEmpty();
    }

    final Room scratchRoom() {
        return scratch;
    }

    final Room workspaceRoom() {
        return workspace;
    }

    final Room derivedRoom() {
        return derived;
    }

    @Override
    public final long scratch() {
        return scratch.size();
    }

    @Override
    public final long workspace() {
        return workspace.size();
    }

    @Override
    public final long derived() {
        return derived.size();
    }
}
