package dev.ramify.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Examples;
import org.junit.jupiter.api.Test;

class ChannelCovarianceTests {

    @Test
    void pixelsOfAllImagesCountAlike() {
        // Channel 0 takes 0, 1, 2, 3 and channel 1 takes 1, 1, 3, 3: means 1.5 and 2.
        float[][] images = {{0, 1, 1, 1}, {2, 3, 3, 3}};
        double[][] covariance = ChannelCovariance.of(new Shape(2, 1, 2), new Listed(images));
        assertThat(covariance[0]).containsExactly(new double[] {1.25, 1}, within(1e-12));
        assertThat(covariance[1]).containsExactly(new double[] {1, 1}, within(1e-12));
    }

    private record Listed(float[][] images) implements Examples {

        @Override
        public int size() {
            return images.length;
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public int level(int index, int factor) {
            throw new IndexOutOfBoundsException("no factor " + factor);
        }

        @Override
        public void read(int index, float[] into, int offset) {
            System.arraycopy(images[index], 0, into, offset, images[index].length);
        }
    }
}
