package dev.ramify.core.engine.optimization;

import dev.ramify.core.engine.kernels.Flat;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which optimizer to use, with its constants. */
public sealed interface OptimizerSpec {

    /** Return the factor of weight decay. */
    double weightDecay();

    /** Return the number of arrays of state that it keeps, each as long as the parameters. */
    int states();

    /** Create the change that it makes to a piece of the parameters. */
    Update update();

    /**
     * Create an optimizer.
     *
     * @param values flat parameters
     * @param gradients arrays whose sum is their gradient
     * @param decayed number of parameters at the beginning to which weight decay applies
     */
    default Optimizer over(INDArray values, List<INDArray> gradients, long decayed) {
        List<INDArray> state =
                IntStream.range(0, states()).mapToObj(i -> Flat.zeros(values.length())).toList();
        return new Optimizer(this, values, gradients, state, decayed);
    }

    /**
     * Stochastic gradient descent with momentum: {@code b = momentum b + g + weightDecay p; p = p -
     * rate b}.
     *
     * @param momentum in [0, 1)
     * @param weightDecay at least 0
     */
    record Sgd(double momentum, double weightDecay) implements OptimizerSpec {

        @Override
        public int states() {
            return 1;
        }

        @Override
        public Update update() {
            return new SgdUpdate(this);
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
        public int states() {
            return 2;
        }

        @Override
        public Update update() {
            return new AdamUpdate(this);
        }
    }
}
