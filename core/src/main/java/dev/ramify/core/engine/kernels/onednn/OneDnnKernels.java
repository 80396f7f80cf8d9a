package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.Layout;

/**
 * Operations on oneDNN. What it has no primitive for runs on portable kernels, between copies.
 *
 * <p>Needs native libraries to run on one thread each; see {@link
 * dev.ramify.core.machine.NativeThreads}.
 */
public final class OneDnnKernels implements Kernels {

    private final Dnn dnn;

    private OneDnnKernels(Dnn dnn) {
        this.dnn = dnn;
    }

    /**
     * Load the library.
     *
     * @throws LinkageError if there is none for this platform, or it does not load
     */
    public static OneDnnKernels load() {
        return new OneDnnKernels(Dnn.load());
    }

    @Override
    public String name() {
        return "oneDNN " + dnn.version();
    }

    @Override
    public int[] lanes(Graph graph, int samples) {
        return Lanes.divide(graph, samples);
    }

    @Override
    public Layout input(Shape shape, int samples) {
        return new BlockedLayout(
                dnn,
                shape.isFlat()
                        ? Dnn.plain(samples, shape.channels())
                        : Dnn.plain(samples, shape.channels(), shape.height(), shape.width()));
    }

    @Override
    public KernelDesign design(KernelRequest request) {
        try {
            return natively(request);
        } catch (RuntimeException e) {
            return new PortableFallback(dnn, request, String.valueOf(e.getMessage()));
        }
    }

    private KernelDesign natively(KernelRequest request) {
        return request.operation().accept(new OneDnnDesigns(dnn, request));
    }
}
