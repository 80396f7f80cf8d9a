package dev.ramify.plugins.datasets.gratings;

import java.util.random.RandomGenerator;

/** Draws numbers from 64 random bits by plain arithmetic, the same on every JDK and platform. */
final class Uniform {

    private Uniform() {}

    /** Return a number in [0, 1). */
    static double next(RandomGenerator random) {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Fill an array with standard normal numbers (Box and Muller 1958). */
    static double[] normals(int count, RandomGenerator random) {
        double[] normals = new double[count];
        for (int i = 0; i < count; i += 2) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - next(random)));
            double angle = 2 * Math.PI * next(random);
            normals[i] = radius * StrictMath.cos(angle);
            if (i + 1 < count) {
                normals[i + 1] = radius * StrictMath.sin(angle);
            }
        }
        return normals;
    }
}
