package dev.ramify.core.engine.kernels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays of one kernel, each a vector of its layout's length.
 *
 * @param inputs what to read
 * @param outputs what to write
 * @param inputGradients what to write backward, entries being null where nobody needs them; empty
 *     for inference
 * @param outputGradients what to read backward; empty for inference
 * @param parameters trained arrays and statistics
 * @param parameterGradients gradients of the trained ones, null for statistics; empty for inference
 * @param workspace what is kept from forward to backward
 * @param scratch free to use within a pass
 * @param pass what changes from one step to the next
 */
public record Bindings(
        List<INDArray> inputs,
        List<INDArray> outputs,
        List<@Nullable INDArray> inputGradients,
        List<INDArray> outputGradients,
        List<INDArray> parameters,
        List<@Nullable INDArray> parameterGradients,
        INDArray workspace,
        INDArray scratch,
        Pass pass) {

    /** What changes from one step to the next: set by the network, read by kernels. */
    public static final class Pass {

        private final int firstSample;
        private long seed;

        /**
         * @param firstSample place in the batch of the first sample that the kernels see
         */
        public Pass(int firstSample) {
            this.firstSample = firstSample;
        }

        /** Return the place in the batch of the first sample. */
        public int firstSample() {
            return firstSample;
        }

        /** Return the seed of this step's dropout. */
        public long seed() {
            return seed;
        }

        /** Set the seed of this step's dropout. */
        public void seed(long value) {
            seed = value;
        }
    }
}
