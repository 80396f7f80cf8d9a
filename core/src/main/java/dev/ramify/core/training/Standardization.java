package dev.ramify.core.training;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Examples;
import java.util.Arrays;

/**
 * The mean and deviation of each channel over the training images: images are shifted and scaled by
 * them.
 *
 * @param mean one per channel
 * @param deviation one per channel, positive
 */
public record Standardization(double[] mean, double[] deviation) {

    /** A channel that does not vary is only shifted. */
    private static final double LEAST_DEVIATION = 1e-6;

    /** Leave images as they are. */
    public static Standardization none(Shape shape) {
        double[] mean = new double[shape.channels()];
        double[] deviation = new double[shape.channels()];
        Arrays.fill(deviation, 1);
        return new Standardization(mean, deviation);
    }

    /** Measure all images. */
    public static Standardization of(Shape shape, Examples examples) {
        double[] sums = new double[shape.channels()];
        double[] squares = new double[shape.channels()];
        float[] image = new float[shape.size()];
        for (int index = 0; index < examples.size(); index++) {
            examples.read(index, image, 0);
            for (int i = 0; i < image.length; i++) {
                sums[i / shape.area()] += image[i];
                squares[i / shape.area()] += (double) image[i] * image[i];
            }
        }
        double count = (double) examples.size() * shape.area();
        double[] mean = new double[shape.channels()];
        double[] deviation = new double[shape.channels()];
        for (int c = 0; c < shape.channels(); c++) {
            mean[c] = sums[c] / count;
            double spread = Math.sqrt(Math.max(0, squares[c] / count - mean[c] * mean[c]));
            deviation[c] = spread < LEAST_DEVIATION ? 1 : spread;
        }
        return new Standardization(mean, deviation);
    }

    /** Standardize one image in place. */
    void apply(Shape shape, float[] images, int offset) {
        for (int c = 0; c < shape.channels(); c++) {
            float shift = (float) mean[c];
            float scale = (float) (1 / deviation[c]);
            int from = offset + c * shape.area();
            for (int i = from; i < from + shape.area(); i++) {
                images[i] = (images[i] - shift) * scale;
            }
        }
    }
}
