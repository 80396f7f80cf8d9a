package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Purpose.Statistics;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.TapDesign;
import java.util.Optional;

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
        } catch (UnsupportedOperationException e) {
            throw e;
        } catch (RuntimeException e) {
            return new PortableFallback(dnn, request, String.valueOf(e.getMessage()));
        }
    }

    private KernelDesign natively(KernelRequest request) {
        Operation operation = request.operation();
        if (operation instanceof Operation.Convolve convolve) {
            return new ConvolveDesign(dnn, request, convolve);
        }
        if (operation instanceof Operation.Affine affine) {
            return affine(request, affine);
        }
        if (operation instanceof Operation.Normalize normalize) {
            return request.statistics() == Statistics.BATCH
                    ? new NormalizeDesign(dnn, request, normalize)
                    : new RunningNormalizeDesign(dnn, request, normalize);
        }
        if (operation instanceof Operation.Rectify) {
            return new RectifyDesign(dnn, request);
        }
        if (operation instanceof Operation.Pool pool) {
            return PoolDesign.of(dnn, request, pool);
        }
        if (operation instanceof Operation.GlobalAverage average) {
            return PoolDesign.of(dnn, request, average);
        }
        return structural(request);
    }

    private KernelDesign affine(KernelRequest request, Operation.Affine affine) {
        Optional<SlicedAffineDesign> sliced = SlicedAffineDesign.of(dnn, request, affine);
        if (sliced.isPresent()) {
            return sliced.get();
        }
        return affine.groups() == 1
                ? new AffineDesign(dnn, request, affine)
                : new GroupedAffineDesign(dnn, request, affine);
    }

    private KernelDesign structural(KernelRequest request) {
        Operation operation = request.operation();
        if (operation instanceof Operation.Fork) {
            return new ForkDesign(dnn, request);
        }
        if (operation instanceof Operation.Add) {
            return new AddDesign(dnn, request);
        }
        if (operation instanceof Operation.Concatenate concatenate) {
            return new ConcatenateDesign(dnn, request, concatenate);
        }
        if (operation instanceof Operation.Split split) {
            return new SplitDesign(dnn, request, split);
        }
        if (operation instanceof Operation.Shuffle shuffle) {
            return new ShuffleDesign(dnn, request, shuffle);
        }
        if (operation instanceof Operation.Flatten flatten) {
            return new FlattenDesign(dnn, request, flatten);
        }
        if (operation instanceof Operation.Drop drop) {
            return request.dropout()
                    ? new DropDesign(dnn, request, drop)
                    : new IdentityDesign(dnn, request);
        }
        if (operation instanceof Operation.Tap tap) {
            return new TapDesign(request, tap);
        }
        throw new UnsupportedOperationException("oneDNN kernels do not know " + operation);
    }
}
