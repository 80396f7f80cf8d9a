package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;

/**
 * Compares a network that is run forward with {@link NaiveNetwork}, and what is observed with plain
 * observation.
 */
final class InferenceCheck {

    private final Kernels kernels;
    private final Architecture architecture;
    private final int samples;
    private final Seed seed;
    private final Map<String, Named> parameters = new TreeMap<>();
    private final float[] images;

    InferenceCheck(Kernels kernels, Architecture architecture, int samples, Seed seed) {
        this.kernels = kernels;
        this.architecture = architecture;
        this.samples = samples;
        this.seed = seed;
        RandomGenerator random = seed.derive("images").generator();
        images = new float[samples * architecture.input().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        drawParameters();
    }

    private void drawParameters() {
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(architecture.output().size());
        try (TrainingNetwork network =
                new Engine(new PortableKernels()).training(architecture, loss, 1)) {
            network.initialize(seed, 1);
            parameters.putAll(network.logical().read());
        }
        RandomGenerator random = seed.derive("roughen").generator();
        parameters.forEach(
                (name, named) -> {
                    for (int i = 0; i < named.values().length; i++) {
                        named.values()[i] +=
                                (float)
                                        (name.endsWith(":running-variance")
                                                ? random.nextDouble()
                                                : 0.3 * random.nextGaussian());
                    }
                });
    }

    void run() {
        float[] plain = logits(Observation.NONE);
        double[][] naive = naive();
        double scale = scale(naive);
        for (int i = 0; i < plain.length; i++) {
            assertThat((double) plain[i])
                    .as("logit %d of %s with seed %d", i, architecture.name(), seed.value())
                    .isCloseTo(
                            naive[i / naive[0].length][i % naive[0].length],
                            Offset.offset(2e-4 * scale));
        }
        observed(Observation.Point.ACTIVATION);
        observed(Observation.Point.PREACTIVATION);
    }

    private static double scale(double[][] logits) {
        double most = 1e-2;
        for (double[] row : logits) {
            for (double each : row) {
                most = Math.max(most, Math.abs(each));
            }
        }
        return most;
    }

    private double[][] naive() {
        Map<String, double[]> values = new HashMap<>();
        parameters.forEach(
                (name, named) -> {
                    double[] copy = new double[named.values().length];
                    for (int i = 0; i < copy.length; i++) {
                        copy[i] = named.values()[i];
                    }
                    values.put(name, copy);
                });
        double[][] rows = new double[samples][architecture.input().size()];
        for (int i = 0; i < images.length; i++) {
            rows[i / rows[0].length][i % rows[0].length] = images[i];
        }
        return new NaiveNetwork(architecture, values, true).logits(rows);
    }

    private float[] logits(Observation observation) {
        try (InferenceNetwork network =
                new Engine(kernels).inference(architecture, observation, samples)) {
            network.load(parameters);
            network.forward(images);
            float[] logits = new float[samples * network.outputs()];
            network.logits(logits);
            return logits;
        }
    }

    /** What is observed must not depend on the kernels. */
    private void observed(Observation.Point point) {
        Observation all =
                Observation.of(
                        architecture.views().stream()
                                .map(LayerView::name)
                                .collect(Collectors.toSet()),
                        point);
        try (InferenceNetwork one = new Engine(kernels).inference(architecture, all, samples);
                InferenceNetwork other =
                        new Engine(new PortableKernels()).inference(architecture, all, samples)) {
            one.load(parameters);
            other.load(parameters);
            compare(one, other);
        }
    }

    private void compare(InferenceNetwork one, InferenceNetwork other) {
        one.forward(images);
        other.forward(images);
        assertThat(one.sites()).isEqualTo(other.sites());
        for (Site site : one.sites()) {
            float[] values = new float[samples * site.value().shape().size()];
            float[] others = new float[values.length];
            one.read(site, values);
            other.read(site, others);
            float most = 1e-2f;
            for (float each : others) {
                most = Math.max(most, Math.abs(each));
            }
            assertThat(values)
                    .as("units of %s with seed %d", site.layer(), seed.value())
                    .containsExactly(others, Offset.offset(2e-4f * most));
        }
    }
}
