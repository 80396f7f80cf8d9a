package dev.ramify.core.engine.kernels;

import dev.ramify.core.machine.Crew;
import java.util.List;
import java.util.Optional;
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
 * @param derived what follows from the parameters, the same for all lanes
 * @param shown what each lane shows to the others, lane after lane
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
        INDArray derived,
        INDArray shown,
        Pass pass) {

    /** What changes from one step to the next: set by the network, read by kernels. */
    public static final class Pass {

        private final int lane;
        private final int lanes;
        private final int firstSample;
        private final Crew crew;
        private final Taps taps;
        private long seed;

        /**
         * @param lane number of the lane
         * @param lanes number of lanes
         * @param firstSample place in the batch of the first sample of the lane
         * @param crew threads that run the lanes
         * @param taps what passes taps, of all lanes
         */
        public Pass(int lane, int lanes, int firstSample, Crew crew, Taps taps) {
            this.lane = lane;
            this.lanes = lanes;
            this.firstSample = firstSample;
            this.crew = crew;
            this.taps = taps;
        }

        /** Return the number of the lane. */
        public int lane() {
            return lane;
        }

        /** Return the number of lanes. */
        public int lanes() {
            return lanes;
        }

        /** Return the place in the batch of the first sample. */
        public int firstSample() {
            return firstSample;
        }

        /** Return the threads that a kernel may use: those of the network, if it has one lane. */
        public Optional<Crew> idleCrew() {
            return lanes == 1 ? Optional.of(crew) : Optional.empty();
        }

        /** Return what passes taps, of all lanes. */
        public Taps taps() {
            return taps;
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
