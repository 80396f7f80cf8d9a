package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.measure.StudyMetrics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyMetricsTests {

    @TempDir private Path folder;

    @Test
    void metricsKeepTheirOrderAndAreCalledByTheirIds() {
        StudyMetrics metrics = metrics("metrics: [factor-purity, purity]");

        assertThat(metrics.profiles().keySet()).containsExactly("factor-purity", "purity");
    }

    @Test
    void aMetricMeasuresItsLayersAlone() {
        StudyMetrics metrics = metrics("metrics: [{metric: purity, layers: [conv1]}]");

        assertThat(metrics.entries().get(0).spec().measures("conv1")).isTrue();
        assertThat(metrics.entries().get(0).spec().measures("conv2")).isFalse();
    }

    @Test
    void aMetricWithoutLayersMeasuresAll() {
        StudyMetrics metrics = metrics("metrics: [purity]");

        assertThat(metrics.entries().get(0).spec().measures("conv2")).isTrue();
    }

    private StudyMetrics metrics(String line) {
        String text =
                Studies.SMALL.replace(
                        "metrics:\n  - {metric: purity, least: 0.1, every-epoch: true}", line);
        return StudyMetrics.of(new Studies(folder).pipeline(text).spec().metrics());
    }
}
