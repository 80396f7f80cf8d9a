package dev.ramify.core.training;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Examples;

/** How the channels of images vary together, from pixel to pixel and from image to image. */
final class ChannelCovariance {

    private ChannelCovariance() {}

    /**
     * Measure all images.
     *
     * @return {@code [channels][channels]}, symmetric
     */
    static double[][] of(Shape shape, Examples examples) {
        int channels = shape.channels();
        double[] sums = new double[channels];
        double[][] products = new double[channels][channels];
        float[] image = new float[shape.size()];
        for (int index = 0; index < examples.size(); index++) {
            examples.read(index, image, 0);
            for (int a = 0; a < channels; a++) {
                for (int b = 0; b <= a; b++) {
                    products[a][b] += product(image, a * shape.area(), b * shape.area(), shape);
                }
                for (int i = a * shape.area(); i < (a + 1) * shape.area(); i++) {
                    sums[a] += image[i];
                }
            }
        }
        double count = (double) examples.size() * shape.area();
        double[][] covariance = new double[channels][channels];
        for (int a = 0; a < channels; a++) {
            for (int b = 0; b <= a; b++) {
                covariance[a][b] = products[a][b] / count - sums[a] / count * (sums[b] / count);
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    private static double product(float[] image, int first, int second, Shape shape) {
        double sum = 0;
        for (int i = 0; i < shape.area(); i++) {
            sum += (double) image[first + i] * image[second + i];
        }
        return sum;
    }
}
