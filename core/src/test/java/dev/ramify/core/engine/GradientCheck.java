package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Compares a network's logits, loss and gradients with {@link NaiveNetwork} and with central
 * differences of its loss, in double precision.
 */
final class GradientCheck {

    private static final double STEP = 1e-5;
    private static final int ENTRIES = 12;

    private final Engine engine;
    private final Architecture architecture;
    private final int samples;
    private final Seed seed;
    private final Map<String, double[]> parameters = new HashMap<>();
    private final double[][] images;
    private final int[] labels;

    GradientCheck(Engine engine, Architecture architecture, int samples, Seed seed) {
        this.engine = engine;
        this.architecture = architecture;
        this.samples = samples;
        this.seed = seed;
        RandomGenerator random = seed.derive("images").generator();
        int outputs = architecture.output().size();
        images = new double[samples][architecture.input().size()];
        labels = new int[samples];
        for (int n = 0; n < samples; n++) {
            labels[n] = random.nextInt(outputs);
            for (int i = 0; i < images[n].length; i++) {
                images[n][i] = (float) random.nextGaussian();
            }
        }
    }

    void run() {
        SoftmaxCrossEntropy objective = new SoftmaxCrossEntropy(architecture.output().size());
        try (TrainingNetwork network = engine.training(architecture, objective, samples)) {
            network.initialize(seed, 1);
            roughen(network);
            double loss =
                    network.step(flat(), labels, samples, seed.derive("dropout")).loss() / samples;
            assertThat(loss).as(where("loss")).isCloseTo(loss(), within(loss, 1e-4));
            compare(network.gradients());
        }
    }

    /** Biases, scales and shifts begin alike; random ones are a better test. */
    private void roughen(TrainingNetwork network) {
        Map<String, Named> arrays = new TreeMap<>(network.logical().read());
        RandomGenerator random = seed.derive("roughen").generator();
        arrays.forEach(
                (name, named) -> {
                    double[] values = new double[named.values().length];
                    for (int i = 0; i < values.length; i++) {
                        named.values()[i] += (float) (0.3 * random.nextGaussian());
                        values[i] = named.values()[i];
                    }
                    parameters.put(name, values);
                });
        network.logical().write(arrays);
    }

    private float[] flat() {
        float[] flat = new float[samples * architecture.input().size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) images[i / images[0].length][i % images[0].length];
        }
        return flat;
    }

    private double loss() {
        double[][] logits = new NaiveNetwork(architecture, parameters).logits(images);
        double loss = 0;
        for (int n = 0; n < samples; n++) {
            double sum = 0;
            for (double logit : logits[n]) {
                sum += Math.exp(logit);
            }
            loss += Math.log(sum) - logits[n][labels[n]];
        }
        return loss / samples;
    }

    private void compare(Map<String, Named> gradients) {
        RandomGenerator random = seed.derive("entries").generator();
        new TreeMap<>(gradients)
                .forEach(
                        (name, named) -> {
                            double norm = 0;
                            for (float value : named.values()) {
                                norm = Math.max(norm, Math.abs(value));
                            }
                            assertThat(norm).as(where("gradient of " + name)).isFinite();
                            for (int i = 0; i < ENTRIES; i++) {
                                int entry = random.nextInt(named.values().length);
                                double numeric = difference(name, entry);
                                assertThat((double) named.values()[entry])
                                        .as(where("gradient of %s[%d]".formatted(name, entry)))
                                        .isCloseTo(numeric, within(Math.max(norm, 0.02), 2e-3));
                            }
                        });
    }

    private double difference(String name, int entry) {
        double[] values = parameters.get(name);
        double old = values[entry];
        values[entry] = old + STEP;
        double above = loss();
        values[entry] = old - STEP;
        double below = loss();
        values[entry] = old;
        return (above - below) / (2 * STEP);
    }

    private String where(String what) {
        return "%s of %s with seed %d".formatted(what, architecture.name(), seed.value());
    }

    private static org.assertj.core.data.Offset<Double> within(double scale, double relative) {
        return org.assertj.core.data.Offset.offset(Math.abs(scale) * relative + 1e-6);
    }
}
