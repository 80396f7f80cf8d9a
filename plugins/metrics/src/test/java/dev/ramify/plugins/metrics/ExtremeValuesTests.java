package dev.ramify.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ramify.api.data.Factor;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.calibration.DefaultMetrics;
import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.LoadedPlugin;
import dev.ramify.core.plugin.PluginOrigin;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Finite numbers of any size give a value or none with a reason; no metric falls over them. */
class ExtremeValuesTests {

    private static final int SAMPLES = 24;
    private static final int UNITS = 8;

    /** How numbers are drawn. */
    private enum Size {
        HUGE,
        TINY,
        MIXED,
        EQUAL,
        ZERO;

        float draw(SplittableRandom random) {
            float noise = (float) random.nextGaussian();
            return switch (this) {
                case HUGE -> Math.signum(noise) * Float.MAX_VALUE * (.5f + random.nextFloat() / 2);
                case TINY -> noise * Float.MIN_NORMAL;
                case MIXED -> (float) Math.scalb(noise, random.nextInt(-140, 127));
                case EQUAL -> 3;
                case ZERO -> 0;
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> noMetricFailsOnFiniteNumbers() {
        Schemas schemas = new Schemas();
        ExtensionRegistry registry =
                new ExtensionRegistry(
                        List.of(
                                new LoadedPlugin(
                                        "ramify-metrics",
                                        new PluginOrigin("metrics", "0", "00"),
                                        Map.of(
                                                ExtensionKind.METRIC,
                                                List.copyOf(new MetricsPlugin().metrics())))),
                        List.of());
        List<ConfiguredMetric<?>> metrics =
                DefaultMetrics.of(registry, new Binder(schemas, registry)).ready();
        return metrics.stream()
                .flatMap(
                        metric ->
                                Arrays.stream(Size.values())
                                        .map(
                                                size ->
                                                        DynamicTest.dynamicTest(
                                                                metric.name() + ", " + size,
                                                                () -> evaluate(metric, size))));
    }

    private static void evaluate(ConfiguredMetric<?> metric, Size size) {
        for (long seed = 0; seed < 8; seed++) {
            Recording recording = recording(size, new SplittableRandom(seed), seed % 2 == 0);
            for (LayerRecording layer : recording.layers()) {
                assertThatCode(
                                () ->
                                        new MetricEvaluator()
                                                .evaluate(
                                                        metric,
                                                        new MetricInput(
                                                                recording, layer, new Seed(1)),
                                                        BranchKinds.allAlike(),
                                                        9))
                        .as("seed %d, %s", seed, layer.layer())
                        .doesNotThrowAnyException();
            }
        }
    }

    private static Recording recording(Size size, SplittableRandom random, boolean extremeImages) {
        Assignment branches =
                Assignment.of(
                        List.of("a", "b"), IntStream.range(0, UNITS).map(i -> i % 2).toArray());
        LayerRecording conv1 =
                new LayerRecording(
                                "conv1",
                                branches,
                                Activations.of(array(size, random, SAMPLES, UNITS)),
                                array(size, random, UNITS, 3, 5, 5))
                        .withGates(gates(size, random));
        LayerRecording conv2 =
                new LayerRecording(
                        "conv2",
                        branches,
                        Activations.of(array(size, random, SAMPLES, UNITS)),
                        array(size, random, UNITS, UNITS, 1, 1));
        int[] labels = IntStream.range(0, SAMPLES).map(i -> i % 3).toArray();
        double[] deviation = {1, 1, 1};
        double[][] covariance = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        if (extremeImages) {
            for (int i = 0; i < 3; i++) {
                deviation[i] = Math.abs(size.draw(random)) + Double.MIN_VALUE;
                covariance[i][i] = Math.abs((double) size.draw(random)) * 1e200;
            }
        }
        return new Recording(
                List.of(conv1, conv2),
                List.of("x", "y", "z"),
                labels,
                List.of(new Factor("f", List.of("0", "1", "2"))),
                new int[][] {labels},
                deviation,
                covariance);
    }

    private static INDArray gates(Size size, SplittableRandom random) {
        float[] values = new float[SAMPLES * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(size.draw(random));
        }
        return Nd4j.createFromArray(values).reshape(SAMPLES, 2);
    }

    private static INDArray array(Size size, SplittableRandom random, int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = size.draw(random);
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
