package dev.ramify.plugins.datasets.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reads the published data from where the environment variable RAMIFY_TEST_CIFAR10 points. */
class RealCifarTests {

    @Test
    void hasThePublishedImages() {
        String place = System.getenv("RAMIFY_TEST_CIFAR10");
        assumeTrue(place != null, "RAMIFY_TEST_CIFAR10 does not name a folder or archive");
        Path path = Path.of(place);

        try (Dataset dataset =
                CifarProvider.cifar10()
                        .open(CifarFixture.options(path), CifarFixture.context(path))) {
            assertThat(dataset.train().size()).isEqualTo(50_000);
            assertThat(dataset.test().size()).isEqualTo(10_000);
            for (int c = 0; c < 10; c++) {
                assertThat(count(dataset.train(), c)).isEqualTo(5000);
                assertThat(count(dataset.test(), c)).isEqualTo(1000);
            }
            // The means that the literature standardises with.
            assertThat(channelMeans(dataset.train()))
                    .containsExactly(new double[] {0.4914, 0.4822, 0.4465}, within(5e-5));
        }
    }

    private static long count(Examples examples, int label) {
        return IntStream.range(0, examples.size()).filter(i -> examples.label(i) == label).count();
    }

    private static double[] channelMeans(Examples examples) {
        double[] sums = new double[3];
        float[] image = new float[3072];
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, image, 0);
            for (int v = 0; v < image.length; v++) {
                sums[v / 1024] += image[v];
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            sums[channel] /= 1024.0 * examples.size();
        }
        return sums;
    }
}
