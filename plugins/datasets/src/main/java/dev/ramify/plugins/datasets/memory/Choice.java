package dev.ramify.plugins.datasets.memory;

import dev.ramify.api.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Chooses images by class from a seed. Every choice is sorted. */
public final class Choice {

    private Choice() {}

    /**
     * Choose a number of images as evenly over the classes as there are images; a greater choice
     * from the same seed contains every smaller one.
     *
     * @param labels classes by image
     * @param count how many, at most as many as there are
     */
    public static int[] balanced(int[] labels, int classes, int count, Seed seed) {
        List<int[]> queues = shuffledByClass(labels, classes, seed);
        int[] order = shuffled(range(classes), seed.derive("classes").generator());
        int[] chosen = new int[count];
        int filled = 0;
        for (int round = 0; filled < count; round++) {
            for (int c = 0; c < classes && filled < count; c++) {
                int[] queue = queues.get(order[c]);
                if (round < queue.length) {
                    chosen[filled++] = queue[round];
                }
            }
        }
        Arrays.sort(chosen);
        return chosen;
    }

    /**
     * Choose a fraction of every class, rounded, but at least one image and not all: classes with a
     * single image keep it.
     *
     * @param labels classes by image
     * @param fraction in (0, 1)
     */
    public static int[] stratified(int[] labels, int classes, double fraction, Seed seed) {
        return shuffledByClass(labels, classes, seed).stream()
                .flatMapToInt(
                        queue -> {
                            long wanted = Math.max(1, Math.round(queue.length * fraction));
                            return Arrays.stream(queue).limit(Math.min(wanted, most(queue)));
                        })
                .sorted()
                .toArray();
    }

    /** Return the indices that are not in a sorted choice. */
    public static int[] others(int size, int[] sortedChoice) {
        int[] others = new int[size - sortedChoice.length];
        int next = 0;
        int filled = 0;
        for (int i = 0; i < size; i++) {
            if (next < sortedChoice.length && sortedChoice[next] == i) {
                next++;
            } else {
                others[filled++] = i;
            }
        }
        return others;
    }

    private static int most(int[] queue) {
        return Math.max(0, queue.length - 1);
    }

    private static List<int[]> shuffledByClass(int[] labels, int classes, Seed seed) {
        List<int[]> queues = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            int wanted = c;
            int[] members =
                    Arrays.stream(range(labels.length)).filter(i -> labels[i] == wanted).toArray();
            queues.add(shuffled(members, seed.derive("class", c).generator()));
        }
        return queues;
    }

    /** Fisher and Yates' shuffle; bounded numbers are made here because no JDK promises its own. */
    private static int[] shuffled(int[] items, RandomGenerator random) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = (int) (((random.nextLong() >>> 32) * (i + 1)) >>> 32);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
        return items;
    }

    private static int[] range(int end) {
        int[] range = new int[end];
        Arrays.setAll(range, i -> i);
        return range;
    }
}
