package dev.ramify.plugins.datasets.gratings;

import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;

/**
 * Images that are made when they are first read, each from the seed and its index alone, so that
 * neither the order nor the thread matters. Thread-safe.
 *
 * <p>Levels go through all combinations in turn: every level, pair of levels and class is equally
 * frequent, up to the last incomplete turn.
 */
final class GratingImages implements Examples {

    private static final int CHANNELS = 3;
    private static final double MIDDLE_GREY = 0.5;

    private final Recipe recipe;
    private final GratingsOptions options;
    private final int size;
    private final Seed seed;
    private final AtomicReferenceArray<float[]> made;

    /**
     * @param keep whether images stay in memory, rather than being made anew at each read
     */
    GratingImages(Recipe recipe, GratingsOptions options, int size, Seed seed, boolean keep) {
        this.recipe = recipe;
        this.options = options;
        this.size = size;
        this.seed = seed;
        this.made = new AtomicReferenceArray<>(keep ? size : 0);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int label(int index) {
        return recipe.label(levels(index));
    }

    @Override
    public int level(int index, int factor) {
        return levels(index)[factor];
    }

    @Override
    public void read(int index, float[] into, int offset) {
        float[] image = image(Objects.checkIndex(index, size));
        System.arraycopy(image, 0, into, offset, image.length);
    }

    private int[] levels(int index) {
        Objects.checkIndex(index, size);
        int[] levels = new int[recipe.parts().size()];
        for (int factor = 0; factor < levels.length; factor++) {
            levels[factor] = (index >>> factor) & 1;
        }
        return levels;
    }

    private float[] image(int index) {
        if (made.length() == 0) {
            return paint(index);
        }
        float[] kept = made.get(index);
        if (kept == null) {
            // Two threads may paint the same image, with the same result.
            kept = paint(index);
            made.set(index, kept);
        }
        return kept;
    }

    private float[] paint(int index) {
        RandomGenerator random = seed.derive("image", index).generator();
        int area = options.size() * options.size();
        double[] values = noise(area, random);
        int[] levels = levels(index);
        for (int p = 0; p < levels.length; p++) {
            Recipe.Part part = recipe.parts().get(p);
            double[] wave =
                    Grating.draw(part.frequency(), levels[p] == 1, options.jitter(), random)
                            .values(options.size());
            for (int channel = 0; channel < CHANNELS; channel++) {
                double weight = options.amplitude() * part.axis().weight(channel);
                for (int i = 0; i < area; i++) {
                    values[channel * area + i] += weight * wave[i];
                }
            }
        }
        return clipped(values);
    }

    private double[] noise(int area, RandomGenerator random) {
        double[] normals = Uniform.normals(recipe.colourless() ? area : CHANNELS * area, random);
        double[] values = new double[CHANNELS * area];
        for (int i = 0; i < values.length; i++) {
            values[i] = MIDDLE_GREY + options.noise() * normals[i % normals.length];
        }
        return values;
    }

    private static float[] clipped(double[] values) {
        float[] image = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            image[i] = (float) Math.max(0, Math.min(1, values[i]));
        }
        return image;
    }
}
