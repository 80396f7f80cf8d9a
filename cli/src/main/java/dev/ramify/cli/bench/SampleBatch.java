package dev.ramify.cli.bench;

import dev.ramify.api.random.Seed;
import java.util.random.RandomGenerator;

/**
 * Random images with random labels.
 *
 * @param images {@code [samples, channels, height, width]}, standard normal
 * @param labels one per sample
 */
record SampleBatch(float[] images, int[] labels) {

    static SampleBatch of(Workload workload, Seed seed) {
        RandomGenerator random = seed.generator();
        float[] images = new float[workload.batch() * workload.input().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        int[] labels = random.ints(workload.batch(), 0, workload.classes()).toArray();
        return new SampleBatch(images, labels);
    }
}
