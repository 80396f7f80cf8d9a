package dev.ramify.core.training;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.data.Examples;
import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.NaiveNetwork;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/** A random network that gets all of some random images right, and its naive lesions. */
final class LesionedNetwork {

    static final int SAMPLES = 37;
    private static final int BATCH = 8;
    private static final int CLASSES = 3;

    private final Architecture architecture;
    private final Seed seed;
    private final Map<String, Named> parameters = new TreeMap<>();
    private final Map<String, double[][]> intact = new HashMap<>();
    private final float[][] images;
    private final int[] labels;

    LesionedNetwork(Architecture architecture, Seed seed) {
        this.architecture = architecture;
        this.seed = seed;
        this.images = new float[SAMPLES][architecture.input().size()];
        RandomGenerator random = seed.derive("images").generator();
        for (float[] image : images) {
            for (int i = 0; i < image.length; i++) {
                image[i] = (float) random.nextGaussian();
            }
        }
        drawParameters();
        double[][] logits = run((path, batch) -> intact.put(path, copy(batch.values())));
        labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = best(logits[i]);
        }
    }

    private void drawParameters() {
        try (TrainingNetwork network =
                new Engine(new PortableKernels())
                        .training(architecture, new SoftmaxCrossEntropy(CLASSES), 1)) {
            network.initialize(seed, 1);
            parameters.putAll(network.logical().read());
        }
        RandomGenerator random = seed.derive("roughen").generator();
        parameters.forEach(
                (name, named) -> {
                    boolean positive = name.endsWith(":running-variance");
                    for (int i = 0; i < named.values().length; i++) {
                        named.values()[i] +=
                                (float)
                                        (positive
                                                ? random.nextDouble()
                                                : 0.3 * random.nextGaussian());
                    }
                });
    }

    LayerLesions open(Kernels kernels, String layer, Path folder) {
        return open(kernels, layer, folder, done -> {});
    }

    LayerLesions open(Kernels kernels, String layer, Path folder, DoubleConsumer progress) {
        return new LayerLesions(
                new LayerLesions.Subject(
                        new Engine(kernels),
                        architecture,
                        new Input(
                                architecture.input(),
                                Standardization.none(architecture.input()),
                                Augmentation.NONE,
                                new Targets.Classes(CLASSES)),
                        new Samples(),
                        CLASSES,
                        BATCH,
                        seed,
                        folder),
                parameters,
                layer,
                progress);
    }

    /** Count what a naive network gets right with units replaced. */
    int[] naive(LayerView view, boolean[] silenced, Replacement replacement) {
        int[] partners = partners();
        double[][] logits =
                run(
                        (path, batch) -> {
                            int first = 0;
                            for (PlacedLayer part : view.parts()) {
                                int units = ((WeightedLayer) part.layer()).units();
                                if (part.path().equals(path)) {
                                    replace(path, batch, silenced, first, replacement, partners);
                                }
                                first += units;
                            }
                        });
        int[] correct = new int[CLASSES];
        for (int i = 0; i < SAMPLES; i++) {
            correct[labels[i]] += best(logits[i]) == labels[i] ? 1 : 0;
        }
        return correct;
    }

    private void replace(
            String path,
            NaiveNetwork.Batch batch,
            boolean[] silenced,
            int first,
            Replacement replacement,
            int[] partners) {
        double[][] maps = intact.get(path);
        int area = batch.shape().area();
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int i = 0; i < batch.shape().size(); i++) {
                if (silenced[first + i / area]) {
                    double mean = 0;
                    for (double[] each : maps) {
                        mean += each[i] / SAMPLES;
                    }
                    batch.values()[sample][i] =
                            switch (replacement) {
                                case ZERO -> 0;
                                case MEAN -> mean;
                                case RESAMPLE -> maps[partners[sample]][i];
                            };
                }
            }
        }
    }

    /** Sattolo's shuffle by the network's seed. */
    private int[] partners() {
        int[] partners = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            partners[i] = i;
        }
        RandomGenerator random = seed.generator();
        for (int i = SAMPLES - 1; i > 0; i--) {
            int j = random.nextInt(i);
            int swap = partners[i];
            partners[i] = partners[j];
            partners[j] = swap;
        }
        return partners;
    }

    private double[][] run(NaiveNetwork.Change change) {
        Map<String, double[]> values = new HashMap<>();
        parameters.forEach((name, named) -> values.put(name, doubles(named.values())));
        double[][] rows = new double[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            rows[i] = doubles(images[i]);
        }
        return new NaiveNetwork(architecture, values, true, change).logits(rows);
    }

    private static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    private static int best(double[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    private final class Samples implements Examples {

        @Override
        public int size() {
            return SAMPLES;
        }

        @Override
        public void read(int index, float[] into, int offset) {
            System.arraycopy(images[index], 0, into, offset, images[index].length);
        }

        @Override
        public int label(int index) {
            return labels[index];
        }

        @Override
        public int level(int index, int factor) {
            throw new IllegalArgumentException("no factors");
        }
    }
}
