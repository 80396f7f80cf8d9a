package dev.ramify.core.engine.kernels.portable;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/** The rectifier and its derivative, which is 0 at 0. */
final class Rectifier {

    private Rectifier() {}

    static void forward(INDArray input, INDArray output) {
        Nd4j.getExecutioner().exec(new RectifiedLinear(input, output, 0.0));
    }

    /** Write {@code gradient} where {@code output} is positive and 0 elsewhere. */
    static void backward(INDArray output, INDArray gradient, INDArray result) {
        Nd4j.getExecutioner().exec(new Step(output, result, 0.0));
        result.muli(gradient);
    }
}
