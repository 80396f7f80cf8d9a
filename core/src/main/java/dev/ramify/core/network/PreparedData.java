package dev.ramify.core.network;

import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import dev.ramify.core.training.Input;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An open dataset with all that its networks share.
 *
 * @param dataset the images
 * @param input how they are prepared
 * @param recorded the test images that recordings are made of
 */
public record PreparedData(Dataset dataset, Input input, Examples recorded) {

    /** Choose some examples at random, keeping their order; all if there are no more. */
    static Examples some(Examples examples, int count, Seed seed) {
        if (count >= examples.size()) {
            return examples;
        }
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        RandomGenerator random = seed.generator();
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(order.length - i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        int[] chosen = Arrays.copyOf(order, count);
        Arrays.sort(chosen);
        return new Chosen(examples, chosen);
    }

    private record Chosen(Examples all, int[] indices) implements Examples {

        @Override
        public int size() {
            return indices.length;
        }

        @Override
        public int label(int index) {
            return all.label(indices[index]);
        }

        @Override
        public int level(int index, int factor) {
            return all.level(indices[index], factor);
        }

        @Override
        public void read(int index, float[] into, int offset) {
            all.read(indices[index], into, offset);
        }
    }
}
