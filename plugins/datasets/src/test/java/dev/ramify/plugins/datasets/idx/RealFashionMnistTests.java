package dev.ramify.plugins.datasets.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ramify.api.data.Dataset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reads Fashion-MNIST from where the environment variable RAMIFY_TEST_FASHION_MNIST points. */
class RealFashionMnistTests {

    @Test
    void hasThePublishedImages() {
        String place = System.getenv("RAMIFY_TEST_FASHION_MNIST");
        assumeTrue(place != null, "RAMIFY_TEST_FASHION_MNIST does not name a folder");
        Path path = Path.of(place);

        try (Dataset dataset =
                new IdxProvider().open(IdxFixture.options(path), IdxFixture.context(path))) {
            assertThat(dataset.classes()).startsWith("T-shirt/top").endsWith("Ankle boot");
            assertThat(dataset.train().size()).isEqualTo(60_000);
            assertThat(dataset.test().size()).isEqualTo(10_000);
            double sum = 0;
            float[] image = new float[784];
            for (int i = 0; i < 60_000; i++) {
                dataset.train().read(i, image, 0);
                for (float value : image) {
                    sum += value;
                }
            }
            // The mean that the literature standardises with.
            assertThat(sum / (60_000.0 * 784)).isCloseTo(0.2860, within(5e-5));
        }
    }
}
