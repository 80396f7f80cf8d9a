package dev.ramify.numerics.products;

import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes samples and branches by hand. */
final class Made {

    private Made() {}

    /** Branches {@code b1, b2 ...} of given sizes, units in order. */
    static Assignment branches(int... sizes) {
        List<String> names = new ArrayList<>();
        int[] branchOf = new int[Arrays.stream(sizes).sum()];
        int unit = 0;
        for (int size : sizes) {
            Arrays.fill(branchOf, unit, unit + size, names.size());
            names.add("b" + (names.size() + 1));
            unit += size;
        }
        return Assignment.of(names, branchOf);
    }

    /** Random activations {@code [samples][units]}, standard normal. */
    static float[][] noise(int samples, int units, RandomGenerator random) {
        float[][] rows = new float[samples][units];
        for (float[] row : rows) {
            for (int unit = 0; unit < units; unit++) {
                row[unit] = (float) random.nextGaussian();
            }
        }
        return rows;
    }
}
