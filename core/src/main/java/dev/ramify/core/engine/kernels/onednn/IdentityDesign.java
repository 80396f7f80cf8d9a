package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;

/** Input and output are one. */
final class IdentityDesign extends OneDnnDesign {

    IdentityDesign(Dnn dnn, KernelRequest request) {
        super(dnn, request);
    }

    @Override
    public List<Layout> outputs() {
        return List.of(input(0));
    }

    @Override
    public boolean sharesValue() {
        return true;
    }

    @Override
    public boolean sharesGradient() {
        return true;
    }

    @Override
    public String describe() {
        return "shared";
    }

    @Override
    public Kernel bind(Bindings bindings) {
        return new Script().kernel();
    }
}
