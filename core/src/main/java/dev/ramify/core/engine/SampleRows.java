package dev.ramify.core.engine;

/**
 * Some samples of a batch, brought together to be computed without the others, and brought back.
 *
 * @param samples their places in the batch, each at most once
 */
record SampleRows(int[] samples) {

    /**
     * Copy the values of the samples to the beginning of an array.
     *
     * @param size number of values of a sample
     */
    void gather(float[] batch, int size, float[] into) {
        for (int i = 0; i < samples.length; i++) {
            System.arraycopy(batch, samples[i] * size, into, i * size, size);
        }
    }

    /** Copy the values of the samples back to their places. */
    void scatter(float[] from, int size, float[] batch) {
        for (int i = 0; i < samples.length; i++) {
            System.arraycopy(from, i * size, batch, samples[i] * size, size);
        }
    }
}
