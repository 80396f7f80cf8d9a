package dev.ramify.core.engine;

import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.onednn.OneDnnKernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.machine.NativeThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the fastest kernels that this machine has. */
public final class KernelSelection {

    /** Names the kernels to use: {@code onednn} or {@code portable}. */
    public static final String PROPERTY = "ramify.kernels";

    private static final Logger LOG = LoggerFactory.getLogger(KernelSelection.class);
    private static final String PORTABLE = "portable";

    private KernelSelection() {}

    /**
     * Choose kernels; where the native library does not load, say so in one line and take the
     * portable ones.
     *
     * <p>Native operations are set to run on one thread each, before the library makes its first
     * kernel.
     */
    public static Kernels choose() {
        NativeThreads.one();
        if (PORTABLE.equals(System.getProperty(PROPERTY))) {
            return new PortableKernels();
        }
        try {
            return OneDnnKernels.load();
        } catch (LinkageError | RuntimeException e) {
            LOG.warn(
                    "oneDNN does not load here ({}); networks run on portable kernels, which are slower",
                    e.getMessage());
            return new PortableKernels();
        }
    }
}
