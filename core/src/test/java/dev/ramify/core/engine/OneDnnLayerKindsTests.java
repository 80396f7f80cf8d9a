package dev.ramify.core.engine;

import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.onednn.OneDnnKernels;
import dev.ramify.core.machine.NativeThreads;
import org.junit.jupiter.api.BeforeAll;

class OneDnnLayerKindsTests extends LayerKindsContract {

    @BeforeAll
    static void oneThread() {
        NativeThreads.one();
    }

    @Override
    Kernels kernels() {
        return OneDnnKernels.load();
    }
}
