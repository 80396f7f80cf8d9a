package dev.ramify.plugins.metrics.probe;

import dev.ramify.api.random.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Which samples are held out together.
 *
 * @param count number of folds
 * @param foldOf the fold of every sample
 */
record Folds(int count, int[] foldOf) {

    /** Deal samples to folds of equal size, at random. */
    static Folds deal(int samples, int count, Seed seed) {
        RandomGenerator random = seed.derive("folds").generator();
        int[] foldOf = new int[samples];
        Arrays.setAll(foldOf, sample -> sample % count);
        for (int i = samples - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = foldOf[i];
            foldOf[i] = foldOf[j];
            foldOf[j] = swap;
        }
        return new Folds(count, foldOf);
    }
}
