package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.OperationVisitor;
import dev.ramify.core.engine.graph.Purpose.Statistics;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.TapDesign;
import java.util.Optional;

/** Chooses the primitives of each kind of operation. */
final class OneDnnDesigns implements OperationVisitor<KernelDesign> {

    private final Dnn dnn;
    private final KernelRequest request;

    OneDnnDesigns(Dnn dnn, KernelRequest request) {
        this.dnn = dnn;
        this.request = request;
    }

    @Override
    public KernelDesign convolve(Operation.Convolve operation) {
        return new ConvolveDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign affine(Operation.Affine operation) {
        Optional<SlicedAffineDesign> sliced = SlicedAffineDesign.of(dnn, request, operation);
        if (sliced.isPresent()) {
            return sliced.get();
        }
        return operation.groups() == 1
                ? new AffineDesign(dnn, request, operation)
                : new GroupedAffineDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign normalize(Operation.Normalize operation) {
        return request.statistics() == Statistics.BATCH
                ? new NormalizeDesign(dnn, request, operation)
                : new RunningNormalizeDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign activate(Operation.Activate operation) {
        return new ActivateDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign pool(Operation.Pool operation) {
        return PoolDesign.of(dnn, request, operation);
    }

    @Override
    public KernelDesign localResponse(Operation.LocalResponse operation) {
        return new LocalResponseDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign scaleShift(Operation.ScaleShift operation) {
        return new ScaleShiftDesign(dnn, request);
    }

    @Override
    public KernelDesign softmax(Operation.Softmax operation) {
        return new SoftmaxDesign(dnn, request);
    }

    @Override
    public KernelDesign globalAverage(Operation.GlobalAverage operation) {
        return PoolDesign.of(dnn, request, operation);
    }

    @Override
    public KernelDesign drop(Operation.Drop operation) {
        return request.dropout()
                ? new DropDesign(dnn, request, operation)
                : new IdentityDesign(dnn, request);
    }

    @Override
    public KernelDesign flatten(Operation.Flatten operation) {
        return new FlattenDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign shuffle(Operation.Shuffle operation) {
        return new ShuffleDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign permute(Operation.Permute operation) {
        return new PermuteDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign tap(Operation.Tap operation) {
        return new TapDesign(request, operation);
    }

    @Override
    public KernelDesign fork(Operation.Fork operation) {
        return new ForkDesign(dnn, request);
    }

    @Override
    public KernelDesign split(Operation.Split operation) {
        return new SplitDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign concatenate(Operation.Concatenate operation) {
        return new ConcatenateDesign(dnn, request, operation);
    }

    @Override
    public KernelDesign add(Operation.Add operation) {
        return new AddDesign(dnn, request);
    }

    @Override
    public KernelDesign multiply(Operation.Multiply operation) {
        return new MultiplyDesign(dnn, request, operation);
    }
}
