package dev.ramify.core.engine.graph;

/**
 * Tells the kinds of operations apart; all must be dealt with, or the code does not compile.
 *
 * @param <R> what is made of an operation
 */
public interface OperationVisitor<R> {

    R convolve(Operation.Convolve operation);

    R affine(Operation.Affine operation);

    R normalize(Operation.Normalize operation);

    R activate(Operation.Activate operation);

    R pool(Operation.Pool operation);

    R localResponse(Operation.LocalResponse operation);

    R scaleShift(Operation.ScaleShift operation);

    R softmax(Operation.Softmax operation);

    R globalAverage(Operation.GlobalAverage operation);

    R drop(Operation.Drop operation);

    R flatten(Operation.Flatten operation);

    R shuffle(Operation.Shuffle operation);

    R permute(Operation.Permute operation);

    R tap(Operation.Tap operation);

    R fork(Operation.Fork operation);

    R split(Operation.Split operation);

    R concatenate(Operation.Concatenate operation);

    R add(Operation.Add operation);

    R multiply(Operation.Multiply operation);
}
