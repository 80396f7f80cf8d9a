package dev.ramify.plugins.metrics.samples;

import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A division of the samples into two halves that have, as nearly as can be, equally many samples of
 * every combination of class and levels.
 */
public final class Halves {

    private final byte[] halfOf;

    private Halves(byte[] halfOf) {
        this.halfOf = halfOf;
    }

    /**
     * Deal the samples, ordered by combination and at random within each, to the halves by turns.
     */
    public static Halves of(Recording recording, int samples, Seed seed) {
        RandomGenerator random = seed.derive("halves").generator();
        Integer[] order = new Integer[samples];
        Arrays.setAll(order, sample -> sample);
        for (int i = samples - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Integer swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        List<int[]> keys = new ArrayList<>(List.of(recording.levels()));
        if (recording.labels().length > 0) {
            keys.add(recording.labels());
        }
        Arrays.sort(order, (one, other) -> compare(one, other, keys));
        byte[] halfOf = new byte[samples];
        int first = random.nextInt(2);
        for (int place = 0; place < samples; place++) {
            halfOf[order[place]] = (byte) ((place + first) % 2);
        }
        return new Halves(halfOf);
    }

    /** Leave the samples together: all of them are in half 0. */
    public static Halves together(int samples) {
        return new Halves(new byte[samples]);
    }

    private static int compare(int one, int other, List<int[]> keys) {
        for (int[] key : keys) {
            if (key[one] != key[other]) {
                return Integer.compare(key[one], key[other]);
            }
        }
        return 0;
    }

    /** Return 0 or 1. */
    public int halfOf(int sample) {
        return halfOf[sample];
    }
}
