package dev.ramify.core.engine;

import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;

class PortableLayerKindsTests extends LayerKindsContract {

    @Override
    Kernels kernels() {
        return new PortableKernels();
    }
}
