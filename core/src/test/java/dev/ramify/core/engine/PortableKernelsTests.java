package dev.ramify.core.engine;

import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;

class PortableKernelsTests extends KernelsContract {

    @Override
    Kernels kernels() {
        return new PortableKernels();
    }
}
