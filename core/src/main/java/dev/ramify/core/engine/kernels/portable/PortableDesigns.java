package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.OperationVisitor;
import dev.ramify.core.engine.graph.Purpose.Statistics;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.TapDesign;

/** Chooses the portable kernel of each kind of operation. */
final class PortableDesigns implements OperationVisitor<KernelDesign> {

    private final KernelRequest request;
    private final PortableDesign.Outline outline;

    PortableDesigns(KernelRequest request) {
        this.request = request;
        outline = new PortableDesign.Outline(request.operation(), request.samples());
    }

    @Override
    public KernelDesign convolve(Operation.Convolve operation) {
        return ConvolveKernel.design(outline, operation);
    }

    @Override
    public KernelDesign affine(Operation.Affine operation) {
        return AffineKernel.design(outline, operation);
    }

    @Override
    public KernelDesign normalize(Operation.Normalize operation) {
        return request.statistics() == Statistics.BATCH
                ? NormalizeKernel.design(outline, operation)
                : RunningNormalizeKernel.design(outline, operation);
    }

    @Override
    public KernelDesign activate(Operation.Activate operation) {
        return ActivateKernel.design(outline, operation);
    }

    @Override
    public KernelDesign pool(Operation.Pool operation) {
        return PoolKernel.design(outline, operation);
    }

    @Override
    public KernelDesign localResponse(Operation.LocalResponse operation) {
        return LocalResponseKernel.design(outline, operation);
    }

    @Override
    public KernelDesign scaleShift(Operation.ScaleShift operation) {
        return ScaleShiftKernel.design(outline, operation);
    }

    @Override
    public KernelDesign softmax(Operation.Softmax operation) {
        return SoftmaxKernel.design(outline, operation);
    }

    @Override
    public KernelDesign globalAverage(Operation.GlobalAverage operation) {
        return GlobalAverageKernel.design(outline, operation);
    }

    @Override
    public KernelDesign drop(Operation.Drop operation) {
        return request.dropout() ? DropKernel.design(outline, operation) : outline.identity();
    }

    @Override
    public KernelDesign flatten(Operation.Flatten operation) {
        return FlattenKernel.design(outline, operation);
    }

    @Override
    public KernelDesign shuffle(Operation.Shuffle operation) {
        return ShuffleKernel.design(outline, operation);
    }

    @Override
    public KernelDesign permute(Operation.Permute operation) {
        return PermuteKernel.design(outline, operation);
    }

    @Override
    public KernelDesign tap(Operation.Tap operation) {
        return new TapDesign(request, operation);
    }

    @Override
    public KernelDesign fork(Operation.Fork operation) {
        return ForkKernel.design(outline, operation);
    }

    @Override
    public KernelDesign split(Operation.Split operation) {
        return BlocksKernel.split(outline);
    }

    @Override
    public KernelDesign concatenate(Operation.Concatenate operation) {
        return BlocksKernel.concatenate(outline);
    }

    @Override
    public KernelDesign add(Operation.Add operation) {
        return AddKernel.design(outline, operation);
    }

    @Override
    public KernelDesign multiply(Operation.Multiply operation) {
        return MultiplyKernel.design(outline, operation);
    }
}
