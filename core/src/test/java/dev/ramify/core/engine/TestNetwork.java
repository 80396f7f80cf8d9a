package dev.ramify.core.engine;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * An architecture with random parameters and images, for the engine in single and for {@link
 * NaiveNetwork} in double precision.
 */
final class TestNetwork {

    private final Architecture architecture;
    private final int samples;
    private final Map<String, Named> parameters = new TreeMap<>();
    private final Map<String, double[]> doubles = new HashMap<>();
    private final float[] images;

    TestNetwork(Architecture architecture, int samples, Seed seed) {
        this.architecture = architecture;
        this.samples = samples;
        images = new float[samples * architecture.input().size()];
        RandomGenerator random = seed.derive("images").generator();
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        drawParameters(seed);
    }

    private void drawParameters(Seed seed) {
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(architecture.output().size());
        try (TrainingNetwork network =
                new Engine(new PortableKernels()).training(architecture, loss, 1)) {
            network.initialize(seed, 1);
            parameters.putAll(network.logical().read());
        }
        RandomGenerator random = seed.derive("roughen").generator();
        parameters.forEach(
                (name, named) -> {
                    double[] values = new double[named.values().length];
                    for (int i = 0; i < values.length; i++) {
                        named.values()[i] +=
                                (float)
                                        (name.endsWith(":running-variance")
                                                ? random.nextDouble()
                                                : 0.3 * random.nextGaussian());
                        values[i] = named.values()[i];
                    }
                    doubles.put(name, values);
                });
    }

    Architecture architecture() {
        return architecture;
    }

    int samples() {
        return samples;
    }

    float[] images() {
        return images;
    }

    double[][] rows() {
        int size = architecture.input().size();
        double[][] rows = new double[samples][size];
        for (int i = 0; i < images.length; i++) {
            rows[i / size][i % size] = images[i];
        }
        return rows;
    }

    Map<String, Named> parameters() {
        return parameters;
    }

    /** Parameters of the naive network; changes here are changes there. */
    Map<String, double[]> doubles() {
        return doubles;
    }

    NaiveNetwork naive(boolean running) {
        return new NaiveNetwork(architecture, doubles, running);
    }

    /** Names of all nodes, and what stands for the images. */
    Set<String> names() {
        Set<String> names = new HashSet<>(Set.of(Site.INPUT));
        collect(architecture.nodes(), names);
        return names;
    }

    private static void collect(List<Node> nodes, Set<String> names) {
        for (Node node : nodes) {
            if (node instanceof Sequence sequence) {
                collect(sequence.nodes(), names);
                continue;
            }
            names.add(node.name());
            if (node instanceof Residual residual) {
                collect(residual.body(), names);
                collect(residual.shortcut(), names);
            }
            if (node instanceof Branches branches) {
                branches.branches().stream()
                        .map(Branch::nodes)
                        .forEach(branch -> collect(branch, names));
            }
        }
    }
}
