package dev.ramify.core.engine.optimization;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Which optimizer to use, with its constants. */
public sealed interface OptimizerSpec {

    /** Return the factor of weight decay. */
    double weightDecay();

    /**
     * Create an optimizer.
     *
     * @param values flat parameters
     * @param gradients their gradients
     * @param decayed number of parameters at the beginning to which weight decay applies
     */
    Optimizer over(INDArray values, INDArray gradients, long decayed);

    /**
     * Stochastic gradient descent with momentum: {@code b = momentum b + g + weightDecay p; p = p -
     * rate b}.
     *
     * @param momentum in [0, 1)
     * @param weightDecay at least 0
     */
    record Sgd(double momentum, double weightDecay) implements OptimizerSpec {

        @Override
        public Optimizer over(INDArray values, INDArray gradients, long decayed) {
            INDArray velocity = Nd4j.zeros(DataType.FLOAT, values.length());
            return new SgdOptimizer(this, new FlatPass(decayed, values, gradients, velocity));
        }
    }

    /**
     * Adam (Kingma and Ba 2014, arXiv 1412.6980), or AdamW (Loshchilov and Hutter 2017, arXiv
     * 1711.05101).
     *
     * @param beta1 decay of the mean gradient, in [0, 1)
     * @param beta2 decay of the mean squared gradient, in [0, 1)
     * @param epsilon added to the root, positive
     * @param weightDecay at least 0
     * @param decoupled whether decay acts on the parameters (AdamW) rather than through the
     *     gradients
     */
    record Adam(double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled)
            implements OptimizerSpec {

        @Override
        public Optimizer over(INDArray values, INDArray gradients, long decayed) {
            INDArray mean = Nd4j.zeros(DataType.FLOAT, values.length());
            INDArray square = Nd4j.zeros(DataType.FLOAT, values.length());
            return new AdamOptimizer(this, new FlatPass(decayed, values, gradients, mean, square));
        }
    }
}
