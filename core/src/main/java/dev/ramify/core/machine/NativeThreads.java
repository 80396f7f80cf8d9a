package dev.ramify.core.machine;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The threads that native libraries use inside one operation. */
public final class NativeThreads {

    private NativeThreads() {}

    /**
     * Let every native operation run on one thread, so that networks that are trained side by side
     * have a core each and results do not depend on the number of cores.
     */
    public static void one() {
        Nd4j.getBlasWrapper();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        org.bytedeco.openblas.global.openblas.blas_set_num_threads(1);
    }
}
