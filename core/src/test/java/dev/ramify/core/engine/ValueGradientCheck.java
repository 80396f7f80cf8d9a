package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Derivatives;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.objective.Activation;
import dev.ramify.core.engine.objective.Objective;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;

/**
 * Compares the gradients of a random sum of logits, with respect to the images and to what every
 * node gives, with central differences of {@link NaiveNetwork} in double precision.
 */
final class ValueGradientCheck {

    private static final double STEP = 1e-5;
    private static final int ENTRIES = 3;

    private final Engine engine;
    private final TestNetwork network;
    private final Seed seed;
    private final double[] weights;

    ValueGradientCheck(Engine engine, Architecture architecture, int samples, Seed seed) {
        this.engine = engine;
        this.seed = seed;
        network = new TestNetwork(architecture, samples, seed);
        RandomGenerator random = seed.derive("weights").generator();
        weights = random.doubles((long) samples * architecture.output().size(), -1, 1).toArray();
    }

    void run() {
        check(Purpose.INFERENCE.with(Derivatives.OF_VALUES));
        check(new Purpose(Purpose.Statistics.BATCH, false, new Derivatives(true, Set.of(), true)));
    }

    private void check(Purpose purpose) {
        boolean running = purpose.statistics() == Purpose.Statistics.RUNNING;
        Observation everywhere =
                new Observation(
                        network.names(),
                        Observation.Point.PREACTIVATION,
                        Observation.Access.DIFFERENTIATE);
        try (DifferentiableNetwork compiled =
                engine.differentiable(
                        network.architecture(), everywhere, purpose, network.samples())) {
            compiled.load(network.parameters());
            double value =
                    compiled.differentiate(network.images(), network.samples(), randomLogits());
            double expected = objective(running, "", 0, 0, 0);
            assertThat(value).isCloseTo(expected, Offset.offset(1e-3 * (1 + Math.abs(expected))));
            for (Site site : compiled.sites()) {
                compare(running, site.layer(), compiled.gradients(site.layer()));
            }
        }
    }

    private Objective randomLogits() {
        return (activations, weight) -> {
            Activation logits = activations.of(Site.LOGITS);
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * logits.value(i);
                logits.add(i, weight * weights[i]);
            }
            return sum;
        };
    }

    private void compare(boolean running, String path, float[] gradients) {
        RandomGenerator random = seed.derive("entries", path.hashCode()).generator();
        double norm = 0;
        for (float gradient : gradients) {
            norm = Math.max(norm, Math.abs(gradient));
        }
        int size = gradients.length / network.samples();
        for (int i = 0; i < ENTRIES; i++) {
            int sample = random.nextInt(network.samples());
            int index = random.nextInt(size);
            double above = objective(running, path, sample, index, STEP);
            double below = objective(running, path, sample, index, -STEP);
            double here = objective(running, path, sample, index, 0);
            if (Math.abs(above + below - 2 * here) > STEP * Math.max(norm, 0.02) * 1e-3) {
                // A kink, such as the greatest of several zeros, has no gradient.
                continue;
            }
            assertThat((double) gradients[sample * size + index])
                    .as(
                            "gradient of %s[%d][%d], %s statistics, seed %d, of %s",
                            path,
                            sample,
                            index,
                            running ? "running" : "the batch's",
                            seed.value(),
                            network.architecture().name())
                    .isCloseTo(
                            (above - below) / (2 * STEP),
                            Offset.offset(Math.max(norm, 0.02) * 2e-3 + 1e-6));
        }
    }

    /** Compute the objective with one value of one node moved. */
    private double objective(boolean running, String path, int sample, int index, double step) {
        double[][] images = network.rows();
        if (path.equals(Site.INPUT)) {
            images[sample][index] += step;
        }
        double[][] logits =
                network.naive(running)
                        .atEnds(
                                (node, batch) -> {
                                    if (node.equals(path)) {
                                        batch.values()[sample][index] += step;
                                    }
                                })
                        .logits(images);
        double sum = 0;
        int outputs = logits[0].length;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * logits[i / outputs][i % outputs];
        }
        return sum;
    }
}
