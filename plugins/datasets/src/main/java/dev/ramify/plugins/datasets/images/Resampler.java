package dev.ramify.plugins.datasets.images;

/**
 * Brings lines of values to another length with a triangle filter as wide as the reduction asks
 * for, so that fine detail is averaged and does not turn into false patterns.
 *
 * <p>Enlarging is linear interpolation. Values are averaged as they are stored, without undoing
 * their gamma, as is usual for training data. Immutable.
 */
final class Resampler {

    private final int[] starts;
    private final float[][] weights;

    /**
     * @param from first source position of the section to resample
     * @param length its length
     * @param target number of values to make of it
     */
    Resampler(int from, int length, int target) {
        this.starts = new int[target];
        this.weights = new float[target][];
        double scale = (double) length / target;
        double reach = Math.max(scale, 1);
        for (int i = 0; i < target; i++) {
            double center = (i + 0.5) * scale;
            int first = Math.max(0, (int) Math.ceil(center - reach - 0.5));
            int last = Math.min(length - 1, (int) Math.floor(center + reach - 0.5));
            starts[i] = from + first;
            weights[i] = triangle(first, last, center, reach);
        }
    }

    /** Return how many values are made. */
    int target() {
        return starts.length;
    }

    /** Return the first source position that a value depends on. */
    int start(int index) {
        return starts[index];
    }

    /** Return the weights of the source positions from the first on; their sum is 1. */
    float[] weights(int index) {
        return weights[index];
    }

    private static float[] triangle(int first, int last, double center, double reach) {
        double[] raw = new double[last - first + 1];
        double sum = 0;
        for (int x = first; x <= last; x++) {
            raw[x - first] = Math.max(0, 1 - Math.abs(x + 0.5 - center) / reach);
            sum += raw[x - first];
        }
        float[] weights = new float[raw.length];
        for (int k = 0; k < raw.length; k++) {
            weights[k] = (float) (raw[k] / sum);
        }
        return weights;
    }
}
