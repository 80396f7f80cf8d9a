package dev.ramify.api.recording;

import org.apiguardian.api.API;

/**
 * The experts that a router chose for each sample, best first: {@code int[samples][perSample]},
 * read in blocks so that they may be larger than memory. Experts count from 0; {@link #NONE} stands
 * where fewer were chosen. No expert comes twice for a sample.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public non-sealed interface ExpertChoices extends ExpertUse {

    /** Stands in the place of an expert where none was chosen. */
    int NONE = -1;

    /** Return the number of samples. */
    int samples();

    /** Return the greatest number of experts for one sample. */
    int perSample();

    /**
     * Copy a block.
     *
     * @param from first sample
     * @param into receives the experts sample by sample: {@code into.length / perSample()} samples
     *     are read
     */
    void read(int from, int[] into);

    /** Hears of one sample after another. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Hear of a sample.
         *
         * @param sample its index
         * @param experts of several samples
         * @param at where those of this sample begin
         */
        void visit(int sample, int[] experts, int at);
    }

    /** Tell of all samples in order. */
    default void forEach(Visitor visitor) {
        int width = perSample();
        int block = Math.max(1, (1 << 18) / Math.max(1, width));
        for (int from = 0; from < samples(); from += block) {
            int[] rows = new int[Math.min(block, samples() - from) * width];
            read(from, rows);
            for (int row = 0; row * width < rows.length; row++) {
                visitor.visit(from + row, rows, row * width);
            }
        }
    }

    /**
     * View choices in memory.
     *
     * @param chosen {@code [samples * perSample]}, sample by sample
     * @throws IllegalArgumentException if they cannot be divided into samples
     */
    static ExpertChoices of(int[] chosen, int perSample, int experts) {
        return new ArrayChoices(chosen, perSample, experts);
    }
}
